/** What stands in the panel for a passage of a document: what it is, why it matched, where else it stands. */
function panelOf(...content) {
  return [h('button', { class: 'close', onclick: closePanel }, t('close')), ...content];
}

const lengthFor = (doc, lengths) => lengths[isSpaced(doc) ? 'spaced' : 'unspaced'];

function spanPanel(doc, span) {
  const text = h('p', { class: 'big' }, h('span', { class: spanStyle(span) }, joinLines(slice(doc, span.start, span.end))));
  if (span.name === 'stock' && families[span.owner]) return stockPanel(doc, span, text);
  if (span.name === 'borrowed') return borrowedPanel(doc, span, text);
  const [title, why] = {
    shared: ['findShared', t('whyShared', { length: lengthFor(doc, settings.sharedLength), n: span.sources })],
    repeated: ['findRepeated', t('whyRepeated', { k: doc.k })],
    allowed: ['findAllowed', t('whyAllowed')],
  }[span.name] ?? ['findStock', ''];
  return panelOf(h('h3', {}, t(title)), text, h('p', { class: 'note' }, why));
}

function stockPanel(doc, span, text) {
  const family = families[span.owner];
  const why = t(span.similarity < 1 ? 'whyVariant' : 'whyStock', { share: percent(span.similarity, 1), k: doc.k, d: settings.minimumDocuments, n: family.documents, sources: corpus.sources });
  const places = h('div');
  need(family).then(() => {
    const here = placesOf(family).find((each) => each.document === doc && each.start < span.end && each.end > span.start);
    places.append(kwic(family, { here }));
  }).catch(showFailure);
  const said = joinLines(slice(doc, span.start, span.end));
  return panelOf(
    h('h3', {}, t(isName(family) ? 'findTerm' : 'findStock')), text, h('p', { class: 'note' }, why),
    span.similarity < 1 ? h('p', { class: 'han differs' }, differing(family.canonical, said)) : null,
    h('p', { class: 'han' }, template(family)),
    h('p', { class: 'small' }, h('a', { href: address({ p: family.id }) }, t('openPhrase'))),
    h('h3', {}, t('bestSources')), bestSources(doc, family),
    h('h3', {}, t('places')), places);
}

/** Of the documents that have a phrase, the three that this one has most in common with; a link puts both side by side. */
function bestSources(doc, family) {
  const row = overlapRow(documentIndex.get(doc.id));
  const others = family.holders.filter((index) => documents[index] !== doc);
  const ranked = others.map((index) => [row.get(index) ?? 0, index]).sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, 3);
  return h('ul', { class: 'sources' }, ranked.map(([tokens, index]) => h('li', {},
    h('a', { href: address({ l: doc.id, r: documents[index].id, p: family.id }) }, label(documents[index])),
    tokens ? h('span', { class: 'grey' }, ` ${t('inCommon', { n: tokens, tokens: doc.tokens })}`) : null)));
}

function borrowedPanel(doc, span, text) {
  const source = documents[span.owner];
  const why = t('whyBorrowed', { length: lengthFor(doc, settings.borrowedLength), source: label(source), n: span.sources });
  const there = h('div');
  need(doc, source).then(() => {
    const passage = passagesBetween(doc, source).find((each) => each.left[0] < span.end && each.left[1] > span.start);
    const quoted = passage ? joinLines(slice(source, passage.right[0], passage.right[1])) : '';
    there.append(...[
      passage ? h('h3', {}, t('there')) : null, passage ? h('p', { class: 'han' }, quoted) : null,
      h('p', { class: 'small' }, h('a', { href: address({ d: source.id, s: passage?.right[0] }) }, label(source))),
    ].filter(Boolean));
  }).catch(showFailure);
  return panelOf(
    h('h3', {}, t('findBorrowed')), text, h('p', { class: 'note' }, why), there,
    h('p', { class: 'small' }, h('a', { href: address({ l: doc.id, r: source.id }) }, t('sideBySide'))));
}

const PASSAGE = 6;

/** The copied passages of two documents, from the first one's side; both must be loaded. */
function passagesBetween(doc, other) {
  const listed = (of, to) => {
    const passages = [];
    for (let at = 0; at < of.passages.length; at += PASSAGE) {
      const [index, ...ends] = of.passages.slice(at, at + PASSAGE);
      if (documents[index] === to) passages.push({ left: ends.slice(0, 2), right: ends.slice(2, 4) });
    }
    return passages;
  };
  return [...listed(doc, other), ...listed(other, doc).map(({ left, right }) => ({ left: right, right: left }))];
}
