/** The table of documents. */
const shareCell = (tokens, of) => [percent(tokens, of), h('small', {}, number(tokens))];
const classColumn = (name, title, style) => ({ name: title, style, largeFirst: true, value: (each) => count(each, name) / (each.tokens || 1), cell: (each) => shareCell(count(each, name), each.tokens) });

const DOCUMENT_COLUMNS = [
  { name: 'colDocument', style: 'document', value: label, cell: (each) => [h('a', { href: address({ d: each.id }) }, label(each)),
    h('small', {}, each.title ? each.id : null, each.group === null ? null : ` · ${t('groupMark', { n: each.group + 1 })}`)] },
  { name: 'colPlace', style: 'wide', value: (each) => each.place ?? '', cell: (each) => each.place ?? '–', shown: () => documents.some((each) => each.place) },
  { name: 'colYear', style: 'num', value: (each) => each.year ?? 9999, cell: (each) => (each.year === null ? '–' : String(each.year)), shown: () => documents.some((each) => each.year !== null) },
  { name: 'colClasses', style: 'wide classes', cell: classBar },
  { name: 'colTokens', style: 'num wide', largeFirst: true, value: (each) => each.tokens, cell: (each) => number(each.tokens) },
  classColumn('stock', 'stock', 'num'), classColumn('borrowed', 'borrowed', 'num wide'), classColumn('original', 'originalShort', 'num'),
  { name: 'colNet', style: 'num wide', largeFirst: true, value: (each) => each.shares[0] / (each.tokens || 1), cell: (each) => shareCell(each.shares[0], each.tokens), shown: () => documents.some((each) => each.series) },
  { name: 'colLargest', style: 'wide other', largeFirst: true, value: (each) => (each.largest[1] ?? 0) / (each.tokens || 1), cell: (each) => otherCell(each, each.largest), shown: () => documents.some((each) => each.largest.length) },
  { name: 'colNearest', style: 'wide other', largeFirst: true, value: (each) => (each.nearest[1] ?? 0) / (each.tokens || 1), cell: (each) => otherCell(each, each.nearest) },
];

/** Another document and how much of this one it accounts for. */
function otherCell(each, [index, tokens]) {
  if (index === undefined) return '–';
  const other = documents[index];
  const href = hasTexts ? address({ l: each.id, r: other.id }) : address({ d: other.id });
  return [h('a', { href, title: other.id }, shortLabel(other, 14)), h('small', {}, `${percent(tokens, each.tokens)} · ${number(tokens)}`)];
}

function documentList() {
  const holder = h('div');
  const show = () => {
    const { sort } = params();
    const columns = DOCUMENT_COLUMNS.filter((column) => column.shown?.() ?? true);
    holder.replaceChildren(dataTable(sorted(documents, columns, sort), columns, {
      caption: t('documentsCaption', { n: documents.length }), sort,
      onsort: (next) => { replace({ ...params(), v: 'documents', sort: next }); show(); holder.querySelector(`[data-sort="${next.replace('-', '')}"]`)?.focus(); },
      row: (each) => ({ class: 'row', 'data-document': each.id, onclick: (event) => { if (event.target.closest('a')) return; go({ d: each.id }); } }),
    }));
  };
  show();
  return [h('h1', {}, t('documents')), legend(null), holder];
}
