/** Which documents say the same: a map of all pairs, the closest ones, near-duplicates, copies. */
const { shown: MAPPED, rows: MAP_ROWS } = DATA.overlap;
const mapIndex = new Map(MAPPED.map((document, index) => [document, index]));
const mapShare = (row, column) => MAP_ROWS[row][column] / (documents[MAPPED[row]].tokens || 1);

/** How many tokens the document at `index` has in common with others, by their index: all that the page knows. */
function overlapRow(index) {
  const row = mapIndex.get(index);
  const [nearest, tokens] = documents[index].nearest;
  return new Map([...(nearest === undefined ? [] : [[nearest, tokens]]), ...(row === undefined ? [] : MAPPED.map((other, column) => [other, MAP_ROWS[row][column]]))]);
}

/** One hue on a square-root scale: small shares can still be told apart. */
function heatColour(share, most) {
  const hue = getComputedStyle(document.documentElement).getPropertyValue('--heat');
  return `rgba(${hue}, ${share ? 0.04 + 0.9 * Math.sqrt(share / most) : 0})`;
}

function overlap() {
  const head = [h('h1', {}, t('overlapTitle')), h('p', { class: 'note prose' }, t('overlapCaption'))];
  if (documents.length < 2) return [head[0], h('p', { class: 'grey' }, t('overlapOne'))];
  const most = Math.max(0.0001, ...MAP_ROWS.flatMap((cells, row) => cells.map((_, column) => mapShare(row, column))));
  const readout = h('p', { class: 'readout', role: 'status' }, t('overlapHint'));
  const left = documents.length - MAPPED.length;
  return [
    ...head, left ? h('p', { class: 'note prose' }, t('overlapSome', { n: MAPPED.length, all: documents.length })) : null,
    heatScale(most), heatMap(most, readout), readout, closestPairs(), ...copiedPairs(), h('h2', {}, t('duplicates')), ...duplicateGroups(),
  ].filter(Boolean);
}

function heatScale(most) {
  const cells = [0.02, 0.1, 0.25, 0.5, 0.75, 1].map((step) => {
    const colour = h('i', { 'data-heat': step * most });
    colour.style.background = heatColour(step * most, most);
    return h('div', {}, `${(step * most * 100).toFixed(1)} %`, colour);
  });
  return h('div', { class: 'scale', role: 'img', 'aria-label': t('overlapScale', { most: percent(most, 1) }) }, cells);
}

const pairAddress = (row, column) => (hasTexts ? address({ l: documents[row].id, r: documents[column].id }) : address({ d: documents[row].id }));

function heatMap(most, readout) {
  const n = MAPPED.length;
  const narrow = innerWidth < 860;
  const side = narrow ? 96 : 200, top = 120;
  const cell = Math.max(4, Math.min(30, Math.floor(((narrow ? innerWidth - 40 : 900) - side) / n)));
  const canvas = h('canvas', { width: n * cell * devicePixelRatio, height: n * cell * devicePixelRatio, tabindex: 0, role: 'application', 'aria-label': t('overlapMap', { n }) });
  Object.assign(canvas.style, { left: `${side + 8}px`, top: `${top}px`, width: `${n * cell}px`, height: `${n * cell}px` });
  const grid = h('div', { class: 'grid' }, canvas);
  Object.assign(grid.style, { width: `${side + 8 + n * cell + 90}px`, height: `${top + n * cell + 4}px` });
  // Labels that lean need more room than those that lie.
  const step = Math.ceil(15 / cell), leaning = Math.ceil(20 / cell);
  for (let index = 0; index < n; index += step) grid.append(labelBeside(documents[MAPPED[index]], index, { side, top, cell, step }));
  for (let index = 0; index < n; index += leaning) grid.append(labelAbove(documents[MAPPED[index]], index, { side, top, cell }));
  let chosen = null;
  const draw = () => drawHeat(canvas, most, cell, chosen);
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  const choose = (row, column) => {
    chosen = [row, column];
    readout.textContent = row === column ? t('overlapHint') : cellText(row, column);
    draw();
  };
  const open = () => { if (chosen && chosen[0] !== chosen[1]) location.hash = pairAddress(MAPPED[chosen[0]], MAPPED[chosen[1]]); };
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [Math.floor((event.clientY - box.top) / cell), Math.floor((event.clientX - box.left) / cell)].map((each) => Math.max(0, Math.min(n - 1, each)));
  };
  canvas.addEventListener('mousemove', (event) => choose(...at(event)));
  canvas.addEventListener('click', (event) => { choose(...at(event)); open(); });
  canvas.addEventListener('keydown', (event) => {
    const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key] ?? [];
    if (event.key === 'Enter') open();
    if (down === undefined) return;
    event.preventDefault();
    const [row, column] = chosen ?? [0, 0];
    choose(Math.max(0, Math.min(n - 1, row + down)), Math.max(0, Math.min(n - 1, column + right)));
  });
  return scrollBox(t('overlapTitle'), { class: 'heat' }, grid);
}

function cellText(row, column) {
  const [one, other] = [documents[MAPPED[row]], documents[MAPPED[column]]];
  return t('overlapCell', { row: label(one), column: label(other), n: MAP_ROWS[row][column], share: t('of', { share: percent(MAP_ROWS[row][column], one.tokens), n: one.tokens }) });
}

function labelAbove(each, index, { side, top, cell }) {
  const above = h('span', { class: 'top', title: label(each) }, shortLabel(each, 9));
  Object.assign(above.style, { left: `${side + 8 + (index + 0.5) * cell + 4}px`, top: `${top - 18}px` });
  return above;
}

function labelBeside(each, index, { side, top, cell, step }) {
  const beside = h('span', { class: 'side', title: label(each) }, shortLabel(each, side / 13));
  Object.assign(beside.style, { left: '0', width: `${side}px`, top: `${top + index * cell + (cell * step - 18) / 2}px` });
  return beside;
}

function drawHeat(canvas, most, cell, chosen) {
  const context = canvas.getContext('2d');
  const style = getComputedStyle(document.documentElement);
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const gap = cell > 10 ? 1 : 0;
  const [line, wash] = [style.getPropertyValue('--line'), style.getPropertyValue('--wash')];
  for (const row of MAPPED.keys()) {
    for (const column of MAPPED.keys()) {
      const fill = (colour) => { context.fillStyle = colour; context.fillRect(column * cell, row * cell, cell - gap, cell - gap); };
      fill(row === column ? line : wash);
      if (row !== column) fill(heatColour(mapShare(row, column), most));
    }
  }
  if (!chosen) return;
  context.strokeStyle = style.getPropertyValue('--ink');
  context.lineWidth = 1.5;
  context.strokeRect(chosen[1] * cell + 0.5, chosen[0] * cell + 0.5, cell - 1, cell - 1);
}

function closestPairs() {
  const cells = MAPPED.flatMap((_, row) => MAPPED.map((__, column) => ({ row, column, share: row === column ? -1 : mapShare(row, column) })));
  const best = cells.filter((each) => each.share > 0).sort((a, b) => b.share - a.share || a.row - b.row || a.column - b.column).slice(0, 40);
  const rows = best.map(({ row, column }) => {
    const [one, other] = [MAPPED[row], MAPPED[column]];
    return [label(documents[one]), h('a', { href: pairAddress(one, other) }, label(documents[other])), h('span', {}, percent(MAP_ROWS[row][column], documents[one].tokens), h('small', {}, `${number(MAP_ROWS[row][column])} / ${number(documents[one].tokens)}`))];
  });
  return h('details', {}, h('summary', {}, t('overlapTable')), plainTable([t('overlapRow'), t('overlapColumn'), { title: t('colShareOf'), numeric: true }], rows));
}

function copiedPairs() {
  const title = h('h2', {}, t('copied'));
  if (!DATA.pairs.length) return [title, h('p', { class: 'grey' }, t('none'))];
  const rows = DATA.pairs.map(([left, right, tokens, passages]) => ({ left, right, tokens, passages })).sort((a, b) => b.tokens - a.tokens || a.left - b.left);
  const columns = [
    { name: 'colLeft', cell: (row) => label(documents[row.left]) },
    { name: 'colRight', cell: (row) => h('a', { href: pairAddress(row.left, row.right) }, label(documents[row.right])) },
    { name: 'colShared', style: 'num', cell: (row) => number(row.tokens) }, { name: 'colPassages', style: 'num', cell: (row) => number(row.passages) },
  ];
  return [title, dataTable(rows, columns, { caption: `${t('copiedCaption')}${DATA.pairsLeftOut ? ` ${t('notePairs', { n: DATA.pairsLeftOut })}` : ''}` })];
}
