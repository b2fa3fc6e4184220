/** The columns of the catalogue: name, what it is sorted by, whether large comes first. */
const COLUMNS = [
  ['colRank', (family) => familyIndex.get(family.id), false],
  ['colPhrase', (family) => family.canonical, false],
  ['colKind', (family) => KINDS.indexOf(family.kind), false],
  ['colTokens', (family) => family.tokens, true],
  ['colSources', (family) => family.documents, true],
  ['colPlaces', (family) => family.occurrences, true],
  ['colVariants', (family) => family.variants.length, true],
];
const EXAMPLES = ['sources>5', 'tokens>=12', 'kind:formula', 'places>20 -kind:term', 'variants>2'];
const PAGE = 200;

const compact = (text) => text.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '');

/** A test for one word of a query: `sources>5`, `kind:term`, `in:part-of-a-path`, or text. */
function condition(word) {
  const comparison = word.match(/^(tokens|sources|places|variants)(>=|<=|>|<|=)(\d+)$/);
  if (comparison) {
    const value = { tokens: (f) => f.tokens, sources: (f) => f.documents, places: (f) => f.occurrences, variants: (f) => f.variants.length }[comparison[1]];
    const bound = Number(comparison[3]);
    const holds = { '>': (a) => a > bound, '>=': (a) => a >= bound, '<': (a) => a < bound, '<=': (a) => a <= bound, '=': (a) => a === bound }[comparison[2]];
    return (family) => holds(value(family));
  }
  if (word.startsWith('kind:')) return (family) => family.kind === word.slice(5);
  if (word.startsWith('in:')) return (family) => placesOf(family).some((place) => `${place.document.id} ${label(place.document)}`.toLowerCase().includes(word.slice(3)));
  const text = compact(word);
  return (family) => [family.canonical, ...family.variants.map((variant) => variant[0])].some((each) => compact(each).includes(text));
}

/** The families that match every word of `query`; a word after `-` must not match. */
function matching(query) {
  const tests = query.trim().toLowerCase().split(/\s+/).filter((word) => word && word !== '-').map((word) => {
    if (!word.startsWith('-')) return condition(word);
    const test = condition(word.slice(1));
    return (family) => !test(family);
  });
  return families.filter((family) => tests.every((test) => test(family)));
}

/** `sort` is a column's name, after `-` for the other direction. */
function sorted(list, sort) {
  const [name, value, largeFirst] = COLUMNS.find((column) => column[0] === (sort ?? '').replace('-', '')) ?? COLUMNS[0];
  const direction = (largeFirst ? -1 : 1) * ((sort ?? '').startsWith('-') ? -1 : 1);
  const order = (a, b) => (typeof a === 'string' ? a.localeCompare(b, 'zh-Hans') : a - b);
  return [...list].sort((a, b) => direction * order(value(a), value(b)) || familyIndex.get(a.id) - familyIndex.get(b.id));
}

function columnHead([name, , largeFirst], state) {
  const numeric = !['colPhrase', 'colKind'].includes(name);
  const style = [numeric ? 'num' : null, ['colKind', 'colTokens', 'colVariants'].includes(name) ? 'wide' : null].filter(Boolean).join(' ');
  if (!state.onsort) return h('th', { class: style, scope: 'col' }, t(name));
  const current = (state.sort ?? 'colRank').replace('-', '') === name;
  const down = largeFirst !== (state.sort ?? '').startsWith('-');
  return h('th', { class: style, scope: 'col', 'aria-sort': current ? (down ? 'descending' : 'ascending') : null },
    h('button', { onclick: () => state.onsort(current && !(state.sort ?? '').startsWith('-') ? `-${name}` : name) }, t(name)));
}

function phraseRow(family) {
  const open = () => go({ ...params(), d: null, s: null, v: 'phrases', p: family.id });
  return h('tr', { class: 'row', 'data-id': family.id, onclick: (event) => { event.preventDefault(); open(); } },
    h('td', { class: 'num grey' }, String(familyIndex.get(family.id) + 1)),
    h('td', { class: 'phrase' }, h('a', { href: address({ p: family.id }) }, template(family))),
    h('td', { class: 'grey wide' }, t(family.kind), family.sure ? null : h('span', { title: t('unsure') }, '\u00a0?')),
    h('td', { class: 'num wide' }, number(family.tokens)),
    h('td', { class: 'num' }, number(family.documents), h('span', { class: 'grey' }, ` / ${number(corpus.sources)}`)),
    h('td', { class: 'num' }, number(family.occurrences)),
    h('td', { class: 'num wide' }, number(family.variants.length)));
}

/** The table of `list`, the first rows of it and a button for more. */
function phraseTable(list, state) {
  const body = h('tbody', {}, list.slice(0, PAGE).map(phraseRow));
  const table = h('table', {}, state.caption ? h('caption', {}, state.caption) : null,
    h('thead', {}, h('tr', {}, COLUMNS.map((column) => columnHead(column, state)))), body);
  const more = h('p', { class: 'more' });
  const offer = () => {
    const rest = list.length - body.children.length;
    more.replaceChildren(...(rest > 0 ? [h('button', { onclick: () => { showUpTo(body.children.length + PAGE); } }, t('showMore', { n: Math.min(PAGE, rest) }))] : []));
  };
  const showUpTo = (end) => { body.append(...list.slice(body.children.length, end).map(phraseRow)); offer(); };
  offer();
  const box = h('div', { class: 'scroll' }, table, more);
  box.showRow = (id) => showUpTo(Math.ceil((list.findIndex((each) => each.id === id) + 1) / PAGE) * PAGE);
  return box;
}

function phrases(query) {
  const holder = h('div');
  const list = () => {
    const now = params();
    const found = sorted(matching(now.q ?? ''), now.sort);
    const caption = t('catalogueCaption', { shown: found.length, n: families.length, sources: corpus.sources });
    const table = phraseTable(found, { sort: now.sort, caption, onsort: (sort) => { replace({ ...params(), sort }); list(); } });
    holder.replaceChildren(table, ...(found.length ? [] : [h('p', { class: 'grey' }, t('noMatch'))]));
    if (now.p) { table.showRow(now.p); markRow(now.p); }
  };
  const input = h('input', { type: 'search', id: 'search', placeholder: t('search'), 'aria-label': t('search'), value: query ?? '',
    oninput: () => { replace({ ...params(), v: 'phrases', q: input.value || null }); list(); } });
  const examples = h('p', { class: 'examples' }, t('examples'),
    [...EXAMPLES, ...folderExample()].map((example) =>
      h('button', { onclick: () => { input.value = example; input.dispatchEvent(new Event('input')); } }, example)));
  list();
  return [h('h1', {}, t('catalogue')), h('div', { class: 'search' }, input), examples, holder];
}

/** An example for `in:`, where the documents stand in folders. */
function folderExample() {
  const folder = documents[0]?.id.match(/^([^/\s]+)\//)?.[1];
  return folder ? [`in:${folder.toLowerCase()}`] : [];
}

function markRow(id) {
  for (const row of document.querySelectorAll('tr.row[data-id]')) row.setAttribute('aria-selected', row.dataset.id === id);
}
