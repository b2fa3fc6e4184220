/** The limits that were reached, in words. */
function notes() {
  const list = [];
  if (corpus.tokens && corpus.sources < 100) list.push(t('noteSmall', { n: corpus.sources }));
  if (!families.length && corpus.tokens) list.push(t('noteNothing', { run: corpus.longestSharedRun, d: settings.minimumDocuments }));
  if (settings.minimumDocumentsIsDefault && settings.minimumDocuments < 3) list.push(t('noteLowered', { d: settings.minimumDocuments }));
  if (corpus.skipped.length) list.push(t('noteSkipped', { n: corpus.skipped.length }));
  const warned = documents.filter((doc) => doc.warnings.length);
  if (warned.length) list.push(t('noteWarned', { n: warned.length, first: warned[0].id }));
  if (settings.groupsNearDuplicates && corpus.duplicates.length) list.push(t('noteGrouped', { n: corpus.duplicates.flat().length, groups: corpus.duplicates.length }));
  if (corpus.curveLeftOut.length) list.push(t('noteCurve', { lengths: corpus.curveLeftOut.join(', ') }));
  if (DATA.pairsLeftOut) list.push(t('notePairs', { n: DATA.pairsLeftOut }));
  if (DATA.expiredEntries.length)
    list.push(t('noteAllowExpired', { n: DATA.expiredEntries.length, places: DATA.expiredEntries.join(', ') }));
  if (DATA.unusedEntries.length)
    list.push(t('noteAllowUnused', { n: DATA.unusedEntries.length, places: DATA.unusedEntries.join(', ') }));
  if (DATA.copiesCut) list.push(t('noteCopiesCut', { n: DATA.copiesCut }));
  if (settings.arguments.includes('--anonymise')) list.push(t('noteAnonymised'));
  if (settings.arguments.includes('--no-text')) list.push(t('noteCounts'));
  else if (!hasTexts) list.push(t('noteLimited', { places: DATA.placesLimit }));
  if (hasTexts) list.push(holdsText());
  if (DATA.familyCount > families.length) list.push(t('noteFamilies', { shown: families.length, n: DATA.familyCount }));
  return list.length ? h('ul', { class: 'notes' }, list.map((text) => h('li', {}, text))) : null;
}

/** Whose texts whoever gets this page can read. */
function holdsText() {
  const offices = new Set(documents.map((each) => each.series ?? each.place).filter(Boolean)).size;
  return t(offices > 1 ? 'noteHoldsOffices' : 'noteHolds', { n: documents.length, offices });
}

/** Every number that the headline sentences speak of. */
function headlineValues() {
  const kinds = corpus.stockByKind, classes = corpus.classes;
  const values = {
    n: corpus.documents, sources: corpus.sources, tokens: corpus.tokens, d: settings.minimumDocuments,
    formula: kinds.formula + kinds.quotation, term: kinds.term + kinds.title,
    top: Math.min(20, families.length), topTokens: corpus.topFormulaTokens, topShare: percent(corpus.topFormulaTokens, corpus.tokens),
    borrowed: classes.borrowed, shared: classes.shared, repeated: classes.repeated, original: classes.original,
  };
  for (const name of ['term', 'borrowed', 'shared', 'repeated', 'original']) values[`${name}Share`] = percent(values[name], corpus.tokens);
  values.share = percent(values.formula, corpus.tokens);
  return values;
}

function figure(value, text) {
  return h('div', {}, h('dt', {}, number(value)), h('dd', {}, text));
}

function overview() {
  const values = headlineValues();
  if (!corpus.tokens) return [h('h1', {}, t('headlineEmpty')), notes()];
  const { bars, longest } = stockBars(24);
  return [
    h('h1', {}, t(families.length ? 'headline' : 'headlineNone', values)),
    h('p', { class: 'lead' }, t('lead', values)),
    h('dl', { class: 'figures' },
      figure(DATA.familyCount, t('figureFamilies', values)),
      figure(corpus.classes.stock, t('figureStock', values)),
      figure(corpus.classes.original, t('figureOriginal', values))),
    notes(),
    h('div', { class: 'charts' },
      h('figure', {}, h('h2', {}, t('curveTitle')), h('figcaption', {}, t('curveCaption', values)), lengthCurve(), curveTable()),
      h('figure', {}, h('h2', {}, t('barsTitle')), h('figcaption', {}, t('barsCaption', { max: longest }), documents.length > 24 ? ` ${t('barsMost', { limit: 24 })}` : ''), bars,
        documents.length > 24 ? h('p', { class: 'more' }, h('a', { href: address({ v: 'documents' }) }, t('barsMore', { n: documents.length }))) : null),
      families.length ? frequencyChart() : null, frameChart()),
    families.length ? h('h2', {}, t('firstPhrases', { n: Math.min(20, families.length) })) : null,
    families.length ? phraseTable(families.slice(0, 20), {}) : null,
    families.length > 20 ? h('p', { class: 'more' }, h('a', { href: address({ v: 'phrases' }) }, t('allPhrases', { n: families.length }))) : null,
  ];
}
