/** What is known of one phrase: beside the catalogue in short, and a page of its own. */
function familyFacts(family) {
  const kind = family.sure ? t(family.kind) : `${t(family.kind)} (${t('unsure')})`;
  const rows = [
    [t('colSources'), t('inSources', { n: family.documents, sources: corpus.sources })],
    [t('placesFact'), number(family.occurrences)], [t('size'), t('sizeValue', { n: family.tokens })], [t('kind'), kind],
    [t('colShare'), t('shareFact', { n: family.placeTokens, tokens: corpus.tokens, share: percent(family.placeTokens, corpus.tokens, 2) })],
    ...(family.years.length ? [[t('colYears'), `${yearsText(family)} ${t('firstIn', { year: earliestYear() })}`]] : []),
    [t('scopeFact'), t(family.scope)],
    [t('nested'), family.nested ? number(family.nested) : t('noNested')], [t('identifier'), h('code', {}, family.id)],
  ];
  return h('dl', { class: 'facts' }, rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

const earliestYear = () => String(Math.min(...documents.map((each) => each.year).filter((year) => year !== null)));

function familyPanel(family) {
  return panelOf(
    h('p', { class: 'big' }, template(family)), familyFacts(family),
    h('p', { class: 'small' }, h('a', { class: 'whole', href: address({ v: 'phrase', p: family.id }) }, t('openPage'))),
    family.variants.length > 1 ? h('h3', {}, t('variants')) : null,
    family.variants.length > 1 ? variantList(family, 12) : null,
    h('h3', {}, t('places')), kwic(family));
}

/** The variants stacked, with what differs from the first marked. */
function variantList(family, limit = Infinity) {
  const shown = family.variants.slice(0, limit);
  const rest = family.variants.length - shown.length;
  return h('div', {}, h('ol', { class: 'variants' }, shown.map(([text, sources, places]) => h('li', {},
    h('span', {}, differing(family.canonical, text)),
    h('span', { class: 'count' }, t('variantCount', { places, n: sources }))))),
  rest ? h('p', { class: 'note' }, t('variantsMore', { n: rest })) : null);
}

function phrasePage(family) {
  const index = familyIndex.get(family.id);
  const turn = (at, key) => (families[at] ? h('a', { href: address({ v: 'phrase', p: families[at].id }) }, t(key)) : h('span'));
  return [
    h('div', { class: 'turn' }, turn(index - 1, 'previousPhrase'), h('a', { href: address({ v: 'phrases', p: family.id }) }, t('inCatalogue')), turn(index + 1, 'nextPhrase')),
    h('h1', { class: 'han' }, template(family)),
    h('div', { class: 'columns' }, familyFacts(family), firstDocument(family)),
    h('h2', {}, t('variants')), h('p', { class: 'note' }, t('variantsCaption')), variantList(family),
    slotSection(family), yearSection(family),
    h('h2', {}, t('places')), kwic(family, { wide: true }),
  ];
}

/** Which document had it first, as far as dates tell. */
function firstDocument(family) {
  const dated = family.holders.map((index) => documents[index]).filter((each) => each.year !== null);
  if (!dated.length) return h('p', { class: 'note' }, t('firstUnknown'));
  const day = (each) => each.date ?? String(each.year);
  const first = dated.reduce((best, each) => (day(each) < day(best) ? each : best));
  const same = dated.filter((each) => day(each) === day(first)).length - 1;
  const place = h('span');
  need(family).then(() => {
    const at = placesOf(family).find((each) => each.document === first);
    place.replaceChildren(h('a', { href: address({ d: first.id, s: at?.start }) }, label(first)));
  }).catch(showFailure);
  return h('p', { class: 'note prose' }, t('firstSeen', { day: day(first), year: earliestYear() }), ' ', place, same ? ` ${t('firstToo', { n: same })}` : '');
}

/** What filled the slots, a row for each combination. */
function slotSection(family) {
  const box = h('div');
  if (!family.template.includes('{slot}')) return box;
  needContexts(family, Infinity).then(() => {
    const rows = new Map();
    for (const place of placesOf(family)) {
      const slots = contextOf(place)?.slots;
      if (!slots?.length) continue;
      const row = rows.get(slots.join('\n')) ?? { slots, places: 0, documents: new Set() };
      row.places += 1;
      row.documents.add(place.index);
      rows.set(slots.join('\n'), row);
    }
    if (!rows.size) return;
    const width = Math.max(...[...rows.values()].map((row) => row.slots.length));
    const list = [...rows.values()].sort((a, b) => b.places - a.places || collator.compare(a.slots.join(' '), b.slots.join(' ')));
    const columns = [
      ...Array.from({ length: width }, (_, index) => ({ name: 'slotHead', cell: (row) => row.slots[index] ?? '', style: 'slot-value' })),
      { name: 'colPlaces', style: 'num', cell: (row) => number(row.places) }, { name: 'colDocuments', style: 'num', cell: (row) => number(row.documents.size) },
    ];
    box.append(h('h2', {}, t('slots')), dataTable(list, columns, { caption: t('slotsCaption', { n: list.length }), narrow: true }));
  }).catch(showFailure);
  return box;
}

/** In how many documents of each year it stands. */
function yearSection(family) {
  const years = [...new Set(documents.map((each) => each.year).filter((year) => year !== null))].sort((a, b) => a - b);
  if (years.length < 2) return null;
  const all = tally(documents.map((each) => each.year));
  const having = tally(family.holders.map((index) => documents[index].year));
  return h('div', {}, h('h2', {}, t('byYear')), plainTable([t('colYear'), { title: t('colHaving'), numeric: true }, { title: t('colOfAll'), numeric: true }],
    years.map((year) => [String(year), having.get(year) ?? 0, all.get(year)]), t('byYearCaption')));
}
