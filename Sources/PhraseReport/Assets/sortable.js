/** A table whose order is kept in the address. */
function sortableHere(rows, columns, caption) {
  const holder = h('div');
  const show = () => {
    const { sort } = params();
    holder.replaceChildren(dataTable(sorted(rows, columns, sort), columns, { caption, sort,
      onsort: (next) => { replace({ ...params(), sort: next }); show(); holder.querySelector(`[data-sort="${next.replace('-', '')}"]`)?.focus(); } }));
  };
  show();
  return holder;
}
