/** The table of documents. */
function documentTable() {
  const columns = ['stock', 'borrowed', 'shared', 'repeated', 'original'];
  const state = documentTable.state ??= { sort: null, down: true };
  const value = (each) => (state.sort === 'tokens' ? each.tokens : count(each, state.sort) / (each.tokens || 1));
  const list = state.sort ? [...documents].sort((a, b) => (state.down ? -1 : 1) * (value(a) - value(b))) : documents;
  const head = (name, title, style) => h('th', { class: style, scope: 'col', 'aria-sort': state.sort === name ? (state.down ? 'descending' : 'ascending') : null },
    h('button', { onclick: () => {
      if (state.sort === name && !state.down) state.sort = null; else { state.down = state.sort !== name; state.sort = name; }
      holder.replaceWith(documentTable());
    } }, title));
  const rows = list.map((each) => h('tr', { class: 'row', 'data-document': each.id, onclick: (event) => { event.preventDefault(); go({ d: each.id }); } },
    h('td', {}, h('a', { href: address({ d: each.id }) }, label(each)), h('small', {}, each.title ? each.id : null, each.group === null ? null : ` · ${t('groupMark', { n: each.group + 1 })}`)),
    h('td', { class: 'wide' }, classBar(each)),
    h('td', { class: 'num wide' }, number(each.tokens)),
    columns.map((name) => h('td', { class: `num${['stock', 'original'].includes(name) ? '' : ' wide'}` }, percent(count(each, name), each.tokens), h('small', {}, number(count(each, name)))))));
  const holder = h('div', { class: 'scroll' }, h('table', {}, h('caption', {}, t('documentsCaption', { n: documents.length })),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('colDocument')), h('th', { class: 'wide', scope: 'col' }, t('colClasses')), head('tokens', t('colTokens'), 'num wide'),
      columns.map((name) => head(name, name === 'original' ? t('originalShort') : t(name), `num${['stock', 'original'].includes(name) ? '' : ' wide'}`)))),
    h('tbody', {}, rows)));
  return holder;
}

function documentList() {
  return [h('h1', {}, t('documents')), legend(null), documentTable()];
}

function documentView(doc) {
  const index = documentIndex.get(doc.id);
  const turn = (at, key) => (documents[at] ? h('a', { href: address({ d: documents[at].id }) }, t(key)) : h('span'));
  const shares = ['stock', 'borrowed', 'shared', 'repeated', 'original'].map((name) => [t(name), percent(count(doc, name), doc.tokens), number(count(doc, name))]);
  const head = [
    h('div', { class: 'turn' }, turn(index - 1, 'previous'), turn(index + 1, 'next')),
    h('h1', {}, label(doc)), h('p', { class: 'path' }, doc.id, ' · ', t('docFacts', { tokens: doc.tokens, characters: doc.characters, k: doc.k })),
    h('dl', { class: 'figures' }, shares.map(([name, share, tokens]) => h('div', {}, h('dt', {}, share), h('dd', {}, `${name}: ${tokens} / ${number(doc.tokens)}`)))),
    ...(doc.warnings.length ? [h('ul', { class: 'notes' }, doc.warnings.map((text) => h('li', {}, text)))] : []),
  ];
  if (doc.text === undefined) return [...head, h('p', { class: 'notes' }, t('noText', { max: DATA.limits.documents }))];
  const spans = spansOf(doc);
  const text = annotated(doc, spans, (span, content) => h('span', { class: `mark ${spanStyle(span)}`, 'data-at': span.start, tabindex: 0, role: 'button',
    onclick: () => replaceAndShow({ d: doc.id, s: span.start }), onkeydown: (event) => { if (event.key === 'Enter') replaceAndShow({ d: doc.id, s: span.start }); } }, content));
  return [...head, legend(text), h('div', { class: 'doc' }, minimap(doc, spans, text), text)];
}
