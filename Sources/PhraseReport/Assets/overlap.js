const CONTENT = /[\p{L}\p{N}]/gu;
const contentLength = (text) => text.match(CONTENT)?.length ?? 0;
let overlapCache = null;

/** For each document the letters, digits and Han characters that it has in common with each other one. */
function overlapMatrix() {
  if (overlapCache) return overlapCache;
  const holders = families.map((family) => [...new Set(placesOf(family).map((place) => place.index))]);
  const totals = documents.map((each) => contentLength(each.text));
  const rows = documents.map((each, row) => {
    const line = new Float64Array(documents.length);
    for (const span of spansOf(each)) {
      const others = span.name === 'stock' ? holders[span.owner] ?? [] : span.name === 'borrowed' ? [span.owner] : [];
      if (!others.length) continue;
      const length = contentLength(slice(each, span.start, span.end));
      for (const other of others) if (other !== row) line[other] += length;
    }
    return line;
  });
  const share = (row, column) => (totals[row] ? rows[row][column] / totals[row] : 0);
  const most = Math.max(0.0001, ...documents.map((_, row) => Math.max(...documents.map((_, column) => share(row, column)))));
  return (overlapCache = { rows, totals, share, most });
}

/** One hue on a square-root scale: small shares can still be told apart. */
function heatColour(share, most) {
  const hue = getComputedStyle(document.documentElement).getPropertyValue('--heat');
  return `rgba(${hue}, ${share ? 0.04 + 0.9 * Math.sqrt(share / most) : 0})`;
}

function overlap() {
  const head = [h('h1', {}, t('overlapTitle')), h('p', { class: 'note prose' }, t('overlapCaption'))];
  if (DATA.limits) return [...head.slice(0, 1), h('p', { class: 'notes' }, t('noText', { max: DATA.limits.documents })), ...copiedPairs()];
  if (documents.length < 2) return [...head.slice(0, 1), h('p', { class: 'grey' }, t('overlapOne'))];
  const matrix = overlapMatrix();
  const readout = h('p', { class: 'readout', 'aria-live': 'polite' }, t('overlapHint'));
  return [...head, heatScale(matrix), heatMap(matrix, readout), readout, closestPairs(matrix), ...copiedPairs()];
}

function heatScale({ most }) {
  const steps = [0.02, 0.1, 0.25, 0.5, 0.75, 1].map((step) => step * most);
  const cells = steps.map((share) => {
    const colour = h('i');
    colour.style.background = heatColour(share, most);
    return h('div', {}, `${(share * 100).toFixed(1)} %`, colour);
  });
  return h('div', { class: 'scale' }, cells);
}


function heatMap(matrix, readout) {
  const n = documents.length;
  const narrow = innerWidth < 860;
  const side = narrow ? 96 : 200, top = 120;
  const cell = Math.max(6, Math.min(30, Math.floor(((narrow ? innerWidth - 32 : 900) - side) / n)));
  const canvas = h('canvas', { width: n * cell * devicePixelRatio, height: n * cell * devicePixelRatio, role: 'img', 'aria-label': t('overlapTitle') });
  Object.assign(canvas.style, { left: `${side + 8}px`, top: `${top}px`, width: `${n * cell}px`, height: `${n * cell}px` });
  const grid = h('div', { class: 'grid' }, canvas);
  Object.assign(grid.style, { width: `${side + 8 + n * cell + 90}px`, height: `${top + n * cell + 4}px` });
  const step = Math.max(1, Math.ceil(15 / cell));
  for (let index = 0; index < n; index += step) grid.append(...heatLabels(documents[index], index, { side, top, cell: cell, step }));
  const draw = () => drawHeat(canvas, matrix, cell);
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [Math.floor((event.clientY - box.top) / cell), Math.floor((event.clientX - box.left) / cell)].map((each) => Math.max(0, Math.min(n - 1, each)));
  };
  canvas.addEventListener('mousemove', (event) => {
    const [row, column] = at(event);
    readout.textContent = row === column ? t('overlapHint')
      : t('overlapCell', { row: label(documents[row]), column: label(documents[column]), share: t('of', { share: percent(matrix.rows[row][column], matrix.totals[row]), n: matrix.totals[row] }) });
  });
  canvas.addEventListener('click', (event) => {
    const [row, column] = at(event);
    if (row !== column) go({ l: documents[row].id, r: documents[column].id });
  });
  return h('div', { class: 'heat' }, grid);
}

function heatLabels(each, index, { side, top, cell, step }) {
  const above = h('span', { class: 'top', title: label(each) }, shortLabel(each, 9));
  Object.assign(above.style, { left: `${side + 8 + (index + 0.5) * cell + 4}px`, top: `${top - 18}px` });
  const beside = h('span', { class: 'side', title: label(each) }, shortLabel(each, side / 13));
  Object.assign(beside.style, { left: '0', width: `${side}px`, top: `${top + index * cell + (cell * step - 18) / 2}px` });
  return [above, beside];
}

function drawHeat(canvas, { share, most }, cell) {
  const context = canvas.getContext('2d');
  const style = getComputedStyle(document.documentElement);
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const gap = cell > 10 ? 1 : 0;
  for (let row = 0; row < documents.length; row += 1) {
    for (let column = 0; column < documents.length; column += 1) {
      context.fillStyle = row === column ? style.getPropertyValue('--line') : style.getPropertyValue('--wash');
      context.fillRect(column * cell, row * cell, cell - gap, cell - gap);
      if (row === column) continue;
      context.fillStyle = heatColour(share(row, column), most);
      context.fillRect(column * cell, row * cell, cell - gap, cell - gap);
    }
  }
}

function closestPairs({ rows, totals, share }) {
  const cells = documents.flatMap((_, row) => documents.map((_, column) => ({ row, column, share: row === column ? -1 : share(row, column) })));
  const best = cells.filter((each) => each.share > 0).sort((a, b) => b.share - a.share || a.row - b.row).slice(0, 40);
  const lines = best.map(({ row, column }) => h('tr', {},
    h('td', {}, label(documents[row])), h('td', {}, h('a', { href: address({ l: documents[row].id, r: documents[column].id }) }, label(documents[column]))),
    h('td', { class: 'num' }, percent(rows[row][column], totals[row]), h('small', {}, `/ ${number(totals[row])}`))));
  return h('details', {}, h('summary', {}, t('overlapTable')), h('table', {},
    h('thead', {}, h('tr', {}, h('th', {}, t('overlapRow')), h('th', {}, t('overlapColumn')), h('th', { class: 'num' }, '%'))), h('tbody', {}, lines)));
}

function copiedPairs() {
  const rows = [...DATA.pairs].sort((a, b) => b.sharedTokens - a.sharedTokens).map((pair) => {
    const [left, right] = [documents[pair.left], documents[pair.right]];
    return h('tr', {}, h('td', {}, label(left)), h('td', {}, h('a', { href: address(DATA.limits ? { d: right.id } : { l: left.id, r: right.id }) }, label(right))),
      h('td', { class: 'num' }, number(pair.sharedTokens)), h('td', { class: 'num' }, number(pair.passages.length)));
  });
  const table = h('table', {}, h('caption', {}, t('copiedCaption'), DATA.pairsLeftOut ? ` ${t('notePairs', { n: DATA.pairsLeftOut })}` : ''),
    h('thead', {}, h('tr', {}, h('th', {}, t('colLeft')), h('th', {}, t('colRight')), h('th', { class: 'num' }, t('colShared')), h('th', { class: 'num' }, t('colPassages')))), h('tbody', {}, rows));
  return [h('h2', {}, t('copied')), rows.length ? h('div', { class: 'scroll' }, table) : h('p', { class: 'grey' }, t('none'))];
}

/** What two documents have in common, numbered in the order of the first one. */
function commonMarks(left, right) {
  const passages = passagesBetween(left, right).map((each) => ({ style: 'c-borrowed', left: [each.left], right: [each.right] }));
  const stock = families.flatMap((family, owner) => {
    const places = placesOf(family);
    const on = (side) => places.filter((place) => place.document === side).map((place) => [place.start, place.end]);
    const [here, there] = [on(left), on(right)];
    if (!here.length || !there.length) return [];
    return [{ style: spanStyle({ name: 'stock', owner, sources: family.documents, similarity: 1 }), left: here, right: there }];
  });
  const all = [...passages, ...stock].sort((a, b) => a.left[0][0] - b.left[0][0]);
  const side = (name) => withoutOverlap(all.flatMap((each, index) => each[name].map(([start, end]) => ({ start, end, style: each.style, number: index + 1 }))));
  return { left: side('left'), right: side('right'), count: all.length };
}

/** Sorted by start; of two that overlap the longer stays. */
function withoutOverlap(marks) {
  const kept = [];
  for (const mark of marks.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || last.end <= mark.start) kept.push(mark);
    else if (mark.end - mark.start > last.end - last.start) kept[kept.length - 1] = mark;
  }
  return kept;
}

function sideBySide(left, right) {
  const marks = commonMarks(left, right);
  const column = (doc, own, other) => {
    const text = annotated(doc, own, (mark, content) => h('span', { class: `mark ${mark.style}`, tabindex: 0, 'data-number': mark.number, onclick: () => {
      const target = document.querySelector(`.${other} [data-number="${mark.number}"]`);
      for (const each of document.querySelectorAll('.two .mark')) each.removeAttribute('aria-current');
      target?.setAttribute('aria-current', 'true');
      target?.scrollIntoView({ block: 'center' });
    } }, h('sup', { class: 'no' }, String(mark.number)), content));
    return text;
  };
  const leftBox = h('div', { class: 'left' }, h('h3', {}, h('a', { href: address({ d: left.id }) }, label(left))), column(left, marks.left, 'right'));
  const rightBox = h('div', { class: 'right' }, h('h3', {}, h('a', { href: address({ d: right.id }) }, label(right))), column(right, marks.right, 'left'));
  return [h('h1', {}, t('pairTitle')), h('p', { class: 'note' }, t('pairCaption', { n: marks.count })), h('div', { class: 'two' }, leftBox, rightBox)];
}
