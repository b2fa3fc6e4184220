/** One document: its numbers, its text in classes, its sentences, its sections. */
const TABS = ['text', 'sentences', 'sections'];

function documentView(doc, tab) {
  const index = documentIndex.get(doc.id);
  const turn = (at, key) => (documents[at] ? h('a', { href: address({ d: documents[at].id, t: tab }) }, t(key)) : h('span'));
  const facts = [doc.id, doc.place, doc.date ?? doc.year, t('docFacts', { tokens: doc.tokens, characters: doc.characters, k: doc.k })];
  const head = [
    h('div', { class: 'turn' }, turn(index - 1, 'previous'), turn(index + 1, 'next')),
    h('h1', {}, label(doc)), h('p', { class: 'path' }, facts.filter(Boolean).join(' · ')),
  ];
  const warnings = doc.warnings.length ? [h('ul', { class: 'notes' }, doc.warnings.map((text) => h('li', {}, text)))] : [];
  if (doc.text === undefined) return [...head, classFigures(doc, new Set()), ...warnings, h('p', { class: 'notes' }, t('noText'))];
  const tabs = h('p', { class: 'tabs', role: 'navigation', 'aria-label': t('views') }, TABS.filter((name) => name === 'text' || doc[name].length).map((name) =>
    h('a', { href: address({ d: doc.id, t: name === 'text' ? null : name }), 'aria-current': name === tab ? 'page' : null }, t(`tab_${name}`))));
  const body = { text: documentText, sentences: sentenceList, sections: sectionList }[tab];
  return [...head, ...warnings, tabs, ...body(doc)];
}

/** The shares of the classes that are switched on: all of them, and without allowed wording and quotations. */
function classFigures(doc, off) {
  const [formulas, terms, titles, quotations] = doc.kinds;
  const names = terms + titles;
  const parts = { stock: count(doc, 'stock') - names, term: names, borrowed: count(doc, 'borrowed'), shared: count(doc, 'shared'), allowed: count(doc, 'allowed') };
  const sum = (list) => list.filter((name) => !off.has(name)).reduce((total, name) => total + parts[name], 0);
  const raw = sum(Object.keys(parts));
  const net = sum(['stock', 'term', 'borrowed', 'shared']) - (off.has('stock') ? 0 : quotations);
  const rest = doc.tokens - quotations - parts.allowed;
  const original = count(doc, 'original');
  const figure = (part, whole, key, style = null) => h('div', { class: style }, h('dt', {}, percent(part, whole)), h('dd', {}, t(key, { n: part, tokens: whole, documents: documents.length })));
  return h('dl', { class: 'figures', 'aria-live': 'polite' },
    figure(raw, doc.tokens, 'figureRaw', 'raw'), figure(net, rest, 'figureNet', 'net'),
    figure(off.has('stock') ? 0 : formulas + quotations, doc.tokens, 'figureFormula'), figure(original, doc.tokens, 'figureNotFound'));
}

function documentText(doc) {
  const spans = spansOf(doc);
  const choose = (span) => replaceAndShow({ d: doc.id, s: span.start });
  const text = annotated(doc, spans, (span, content) => h('span', { class: `mark ${spanStyle(span)}`, 'data-at': span.start, tabindex: 0, role: 'button',
    onclick: () => choose(span), onkeydown: (event) => { if (event.key === 'Enter') choose(span); },
    onmouseenter: (event) => { event.currentTarget.title ||= spanTitle(span); } }, content));
  const figures = h('div', {}, classFigures(doc, new Set()));
  text.addEventListener('classes', () => {
    const off = new Set([...text.classList].filter((name) => name.startsWith('off-')).map((name) => name.slice(4)));
    figures.replaceChildren(classFigures(doc, off));
  });
  return [figures, legend(text), h('div', { class: 'doc' }, minimap(doc, spans, text), text)];
}

/** What hovering over a passage tells. */
function spanTitle(span) {
  if (span.name === 'stock') {
    const family = families[span.owner];
    return family ? t('hoverStock', { phrase: family.canonical, n: family.documents, sources: corpus.sources, places: family.occurrences }) : '';
  }
  if (span.name === 'borrowed') return t('hoverBorrowed', { source: label(documents[span.owner]), n: span.sources });
  return t(span.name);
}

function sectionList(doc) {
  const rows = doc.sections.map(([title, level, start, , tokens, ...classes]) => ({ title, level, start, tokens, classes }));
  const classed = (row) => ({ tokens: row.tokens, classes: row.classes, kinds: [0, 0, 0, 0] });
  const columns = [
    { name: 'colSection', style: 'document', cell: (row) => { const link = h('a', { href: address({ d: doc.id, s: row.start }) }, row.title); link.style.paddingInlineStart = `${(row.level - 1) * 1.2}em`; return link; } },
    { name: 'colClasses', style: 'wide classes', cell: (row) => classBar(classed(row)) },
    { name: 'colTokens', style: 'num', largeFirst: true, value: (row) => row.tokens, cell: (row) => number(row.tokens) },
    ...['stock', 'original'].map((name) => ({ name: name === 'original' ? 'originalShort' : name, style: 'num', largeFirst: true, value: (row) => count(row, name) / (row.tokens || 1), cell: (row) => shareCell(count(row, name), row.tokens) })),
  ];
  return [sortableHere(rows, columns, t('sectionsCaption', { n: rows.length }))];
}
