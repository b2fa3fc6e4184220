/** What stands in the panel: a phrase or a finding, with its places in context. */
const CONTEXT = 72;
const KWIC_LIMIT = 300;

function panelOf(...content) {
  return [h('button', { class: 'close', onclick: closePanel }, t('close')), ...content];
}

function familyFacts(family) {
  const kind = family.sure ? t(family.kind) : `${t(family.kind)} (${t('unsure')})`;
  const rows = [
    [t('colSources'), t('inSources', { n: family.documents, sources: corpus.sources })],
    [t('placesFact'), number(family.occurrences)], [t('size'), t('sizeValue', { n: family.tokens })], [t('kind'), kind],
    [t('nested'), family.nested ? number(family.nested) : t('noNested')], [t('identifier'), family.id],
  ];
  return h('dl', { class: 'facts' }, rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

function familyPanel(family) {
  return panelOf(
    h('p', { class: 'big' }, template(family)), familyFacts(family),
    family.variants.length > 1 ? h('h3', {}, t('variants')) : null,
    family.variants.length > 1 ? variantList(family) : null,
    h('h3', {}, t('places')), kwic(family));
}

function variantList(family) {
  return h('ol', { class: 'variants' }, family.variants.map(([text, sources, places]) => h('li', {},
    h('span', {}, differing(family.canonical, text)),
    h('span', { class: 'count' }, t('variantCount', { places, n: sources })))));
}

/** A family's places, one under another, aligned on the phrase; `here` is left out. */
function kwic(family, here) {
  const style = spanStyle({ name: 'stock', owner: familyIndex.get(family.id), sources: family.documents, similarity: 1 });
  const places = placesOf(family).filter((place) => !here || place.document !== here.document || place.start !== here.start);
  const shown = places.slice(0, KWIC_LIMIT);
  const list = h('ol', { class: 'kwic' }, shown.map((place) => h('li', {}, kwicLine(family, place, style))));
  const left = shown.length < family.occurrences - (here ? 1 : 0);
  return h('div', {}, left ? h('p', { class: 'note' }, t('placesShown', { shown: shown.length, n: family.occurrences })) : null, list);
}

function kwicLine(family, place, style) {
  const where = h('span', { class: 'where' }, h('span', {}, label(place.document)), h('span', {}, `${place.line}:${place.column}`));
  const href = address({ d: place.document.id, s: place.start });
  if (place.document.text === undefined) return h('a', { href }, where, h('span', { class: 'line plain' }, family.variants[place.variant]?.[0] ?? family.canonical));
  const { base } = place.document;
  const end = base + bytesOf(place.document).length;
  const left = slice(place.document, characterStart(place.document, Math.max(base, place.start - CONTEXT)), place.start);
  const right = slice(place.document, place.end, characterStart(place.document, Math.min(end, place.end + CONTEXT)));
  const text = joinLines(slice(place.document, place.start, place.end));
  const flat = (part) => part.replace(/\s*\n\s*/g, ' ');
  return h('a', { href }, where, h('span', { class: `line${[...family.canonical].length > 12 ? ' long' : ''}` },
    h('span', { class: 'l' }, h('span', {}, flat(left))),
    h('span', { class: 'from' }, h('span', { class: style }, text), h('span', { class: 'r' }, flat(right)))));
}

/** What a finding in a document is, why it matched, and where else it stands. */
function spanPanel(doc, span) {
  const text = h('p', { class: 'big' }, h('span', { class: spanStyle(span) }, joinLines(slice(doc, span.start, span.end))));
  if (span.name === 'stock' && families[span.owner]) return stockPanel(doc, span, text);
  if (span.name === 'borrowed') return borrowedPanel(doc, span, text);
  const lengths = doc.k === settings.shingleLength.spaced && doc.k !== settings.shingleLength.unspaced ? 'spaced' : 'unspaced';
  const [title, why] = {
    shared: ['findShared', t('whyShared', { length: settings.sharedLength[lengths], n: span.sources })],
    repeated: ['findRepeated', t('whyRepeated', { k: doc.k })],
    allowed: ['findAllowed', t('whyAllowed')],
  }[span.name] ?? ['findStock', ''];
  return panelOf(h('h3', {}, t(title)), text, h('p', { class: 'note' }, why));
}

function stockPanel(doc, span, text) {
  const family = families[span.owner];
  const place = placesOf(family).find((each) => each.document === doc && each.start < span.end && each.end > span.start);
  const why = t(span.similarity < 1 ? 'whyVariant' : 'whyStock', { share: percent(span.similarity, 1), k: doc.k, d: settings.minimumDocuments, n: family.documents, sources: corpus.sources });
  return panelOf(
    h('h3', {}, t(isName(family) ? 'findTerm' : 'findStock')), text, h('p', { class: 'note' }, why),
    h('p', { class: 'han' }, template(family)),
    h('p', { class: 'small' }, h('a', { href: address({ p: family.id }) }, t('openPhrase'))),
    h('h3', {}, t('places')), kwic(family, place));
}

function borrowedPanel(doc, span, text) {
  const source = documents[span.owner];
  const lengths = doc.k === settings.shingleLength.spaced && doc.k !== settings.shingleLength.unspaced ? 'spaced' : 'unspaced';
  const there = passagesBetween(doc, source).find((passage) => passage.left[0] < span.end && passage.left[1] > span.start);
  const why = t('whyBorrowed', { length: settings.borrowedLength[lengths], source: label(source), n: span.sources });
  return panelOf(
    h('h3', {}, t('findBorrowed')), text, h('p', { class: 'note' }, why),
    there ? h('h3', {}, t('there')) : null,
    there ? h('p', { class: 'han' }, joinLines(slice(source, there.right[0], there.right[1]))) : null,
    h('p', { class: 'small' }, h('a', { href: address({ d: source.id, s: there?.right[0] }) }, label(source))),
    h('p', { class: 'small' }, h('a', { href: address({ l: doc.id, r: source.id }) }, t('sideBySide'))));
}

/** The copied passages of two documents, from the first one's side. */
function passagesBetween(doc, other) {
  return DATA.pairs.flatMap((pair) => {
    const [left, right] = [documents[pair.left], documents[pair.right]];
    if (left === doc && right === other) return pair.passages.map((p) => ({ left: [p[0], p[1]], right: [p[2], p[3]] }));
    if (left === other && right === doc) return pair.passages.map((p) => ({ left: [p[2], p[3]], right: [p[0], p[1]] }));
    return [];
  });
}
