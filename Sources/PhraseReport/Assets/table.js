/** Tables that sort by every column and show their rows a screenful at a time.
 *
 * A column: `name` (key of its title), `cell` (row → children of the cell), `value` (row → what it sorts by; none: it does not sort),
 * `largeFirst`, `style` (class names). */
const ROWS = 200;
const collator = new Intl.Collator('zh-Hans');

/** `sort` is a column's name, after `-` for the other direction. */
function sorted(rows, columns, sort) {
  const name = (sort ?? '').replace('-', '');
  const column = columns.find((each) => each.name === name && each.value);
  if (!column) return rows;
  const direction = (column.largeFirst ? -1 : 1) * (sort.startsWith('-') ? -1 : 1);
  const keyed = rows.map((row, index) => [column.value(row), row, index]);
  const order = (a, b) => (typeof a === 'string' ? collator.compare(a, b) : a - b);
  return keyed.sort((a, b) => direction * order(a[0], b[0]) || a[2] - b[2]).map((each) => each[1]);
}

function columnHead(column, { sort, onsort }) {
  const style = column.style ?? null;
  if (!onsort || !column.value) return h('th', { class: style, scope: 'col' }, t(column.name));
  const current = (sort ?? '').replace('-', '') === column.name;
  const back = current && sort.startsWith('-');
  const down = Boolean(column.largeFirst) !== back;
  return h('th', { class: style, scope: 'col', 'aria-sort': current ? (down ? 'descending' : 'ascending') : null },
    h('button', { 'data-sort': column.name, onclick: () => onsort(current && !back ? `-${column.name}` : column.name) }, t(column.name)));
}

/** `options`: `caption`, `sort`, `onsort`, `row` (row → its attributes), `narrow` (no wider than its cells). The element has `showRow(index)`. */
function dataTable(rows, columns, options) {
  const element = (row) => h('tr', options.row?.(row) ?? {}, columns.map((column) => h('td', { class: column.style ?? null }, column.cell(row))));
  const body = h('tbody');
  const more = h('p', { class: 'more' });
  const showUpTo = (end) => {
    body.append(...rows.slice(body.children.length, end).map(element));
    const rest = rows.length - body.children.length;
    more.replaceChildren(...(rest > 0 ? [h('button', { onclick: () => showUpTo(body.children.length + ROWS) }, t('showMore', { n: Math.min(ROWS, rest) }))] : []));
  };
  showUpTo(ROWS);
  // Who scrolls to the end wants more.
  new IntersectionObserver((entries) => { if (entries[0].isIntersecting) showUpTo(body.children.length + ROWS); }, { rootMargin: '400px' }).observe(more);
  const table = h('table', {}, options.caption ? h('caption', {}, options.caption) : null,
    h('thead', {}, h('tr', {}, columns.map((column) => columnHead(column, options)))), body);
  const box = scrollBox(options.caption ?? t('table'), { class: options.narrow ? 'scroll plain-table' : 'scroll' }, table, more);
  box.showRow = (index) => { if (index >= body.children.length) showUpTo(Math.ceil((index + 1) / ROWS) * ROWS); };
  return box;
}

/** A table without order of its own: heads, and rows of cells; a head or cell that is a number goes to the right. */
function plainTable(heads, rows, caption = null) {
  const style = (index) => (typeof rows[0]?.[index] === 'number' || heads[index].numeric ? 'num' : null);
  const text = (cell) => (typeof cell === 'number' ? number(cell) : cell);
  return scrollBox(caption ?? t('table'), { class: 'scroll plain-table' }, h('table', {}, caption ? h('caption', {}, caption) : null,
    h('thead', {}, h('tr', {}, heads.map((head, index) => h('th', { scope: 'col', class: style(index) }, head.title ?? head)))),
    h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell, index) => h('td', { class: style(index) }, text(cell))))))));
}
