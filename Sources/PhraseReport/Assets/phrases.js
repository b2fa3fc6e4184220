/** The catalogue: a search, the table, and what is chosen of it as files. */
const yearsText = ({ years: [first, last] }) => (first === undefined ? '–' : first === last ? String(first) : `${first}–${last}`);
const PHRASE_COLUMNS = [
  { name: 'colRank', style: 'num grey', value: (family) => familyIndex.get(family.id), cell: (family) => String(familyIndex.get(family.id) + 1) },
  { name: 'colPhrase', style: 'phrase', value: (family) => family.canonical, cell: (family) => h('a', { href: address({ p: family.id }) }, template(family)) },
  { name: 'colKind', style: 'grey wide', value: (family) => KINDS.indexOf(family.kind), cell: (family) => [t(family.kind), family.sure ? null : h('span', { title: t('unsure') }, '\u00a0?')] },
  { name: 'colTokens', style: 'num wide', largeFirst: true, value: (family) => family.tokens, cell: (family) => number(family.tokens) },
  { name: 'colSources', style: 'num', largeFirst: true, value: (family) => family.documents, cell: (family) => [number(family.documents), h('span', { class: 'grey' }, ` / ${number(corpus.sources)}`)] },
  { name: 'colPlaces', style: 'num', largeFirst: true, value: (family) => family.occurrences, cell: (family) => number(family.occurrences) },
  { name: 'colVariants', style: 'num wide', largeFirst: true, value: (family) => family.variants.length, cell: (family) => number(family.variants.length) },
  { name: 'colShare', style: 'num wide', largeFirst: true, value: (family) => family.placeTokens, cell: (family) => h('span', { title: t('of', { share: percent(family.placeTokens, corpus.tokens), n: corpus.tokens }) }, percent(family.placeTokens, corpus.tokens, 2)) },
  { name: 'colYears', style: 'num wide', value: (family) => (family.years[0] ?? 9999) * 10000 + (family.years[1] ?? 9999), cell: yearsText },
];
const EXAMPLES = ['df:>=5', 'len:>=12', 'kind:formula', 'places:>20 -kind:term', 'scope:house'];

const phraseColumns = () => (documents.some((each) => each.year !== null) ? PHRASE_COLUMNS : PHRASE_COLUMNS.filter((column) => column.name !== 'colYears'));

function phraseTable(list, options) {
  return dataTable(list, phraseColumns(), { ...options, row: (family) => ({ class: 'row', 'data-id': family.id, onclick: (event) => {
    event.preventDefault();
    go({ ...params(), d: null, s: null, v: 'phrases', p: family.id });
  } }) });
}

/** Examples that match something here. */
function searchExamples() {
  const folder = documents[0]?.id.match(/^([^/\s]+)\//)?.[1];
  const years = documents.map((each) => each.year).filter((year) => year !== null);
  const examples = [...EXAMPLES, ...(years.length ? [`year:${Math.max(...years)}..`] : []), ...(folder ? [`doc:${folder}`] : [])];
  return examples.filter((example) => matching(example).length);
}

function phrases(query) {
  const holder = h('div');
  const status = h('p', { class: 'note', role: 'status' });
  const list = () => {
    const now = params();
    try {
      const found = sorted(matching(now.q ?? ''), PHRASE_COLUMNS, now.sort);
      const tokens = found.reduce((sum, family) => sum + family.placeTokens, 0);
      status.textContent = t('catalogueCount', { shown: found.length, n: families.length, places: found.reduce((sum, family) => sum + family.occurrences, 0), share: percent(tokens, corpus.tokens), tokens, all: corpus.tokens });
      status.classList.remove('error');
      const table = phraseTable(found, { sort: now.sort ?? 'colRank', onsort: (sort) => { replace({ ...params(), sort }); list(); holder.querySelector(`[data-sort="${sort.replace('-', '')}"]`)?.focus(); } });
      holder.replaceChildren(exportButtons(found, now.q ?? ''), ...(found.length ? [table] : [h('p', { class: 'grey' }, t('noMatch'))]));
      if (now.p) { table.showRow(found.findIndex((family) => family.id === now.p)); markRow(now.p); }
    } catch (error) {
      if (!(error instanceof MalformedTerm)) throw error;
      status.textContent = error.message;
      status.classList.add('error');
    }
  };
  const input = h('input', { type: 'search', id: 'search', placeholder: t('search'), 'aria-label': t('search'), value: query ?? '', autocomplete: 'off', spellcheck: 'false',
    oninput: () => { replace({ ...params(), v: 'phrases', q: input.value || null }); list(); } });
  const examples = h('p', { class: 'examples' }, t('examples'), searchExamples().map((example) =>
    h('button', { onclick: () => { input.value = example; input.dispatchEvent(new Event('input')); } }, example)));
  list();
  return [h('h1', {}, t('catalogue')), h('p', { class: 'note prose' }, t('catalogueCaption', { sources: corpus.sources })), h('div', { class: 'search' }, input), examples, status, holder];
}

function markRow(id) {
  for (const row of document.querySelectorAll('tr.row[data-id]')) row.setAttribute('aria-selected', row.dataset.id === id);
}
