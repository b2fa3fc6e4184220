/** Draws into `element` now and whenever its width changes. */
function responsive(element, draw) {
  let width = 0;
  new ResizeObserver(() => {
    const now = Math.floor(element.clientWidth);
    if (!now || now === width) return;
    width = now;
    // In the next frame: drawing inside the observer would change the size that it observes.
    requestAnimationFrame(() => element.replaceChildren(draw(width)));
  }).observe(element);
  return element;
}

/** The length most documents are compared with. */
function threshold() {
  const { unspaced, spaced } = settings.shingleLength;
  const plain = documents.filter((each) => each.k === unspaced).length;
  return plain * 2 >= documents.length ? unspaced : spaced;
}

function lengthCurve() {
  const points = corpus.lengthCurve;
  if (!points.length) return h('p', { class: 'grey' }, '–');
  return responsive(h('div'), (width) => drawCurve(points, width));
}

function drawCurve(points, width) {
  const height = 240, left = 8, right = 40, top = 24, bottom = 44;
  const first = Math.log(points[0].length), last = Math.log(points.at(-1).length);
  const highest = Math.max(...points.map((point) => point.share), 0.001);
  const x = (length) => left + ((Math.log(length) - first) / (last - first || 1)) * (width - left - right);
  const y = (share) => top + (1 - share / highest) * (height - top - bottom);
  const base = y(0);
  const svg = s('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': t('curveTitle') });
  svg.append(s('line', { class: 'axis', x1: 0, x2: width, y1: base, y2: base }));
  const k = threshold();
  if (k >= points[0].length && k <= points.at(-1).length) svg.append(...thresholdLine(x(k), top, base, k, y(points.findLast((point) => point.length <= k).share)));
  svg.append(s('path', { class: 'curve', d: points.map((point, index) => `${index ? 'L' : 'M'}${x(point.length)} ${y(point.share)}`).join('') }));
  let free = -Infinity;
  for (const point of points) {
    svg.append(s('circle', { class: 'dot', cx: x(point.length), cy: y(point.share), r: 2.5 }));
    if (x(point.length) < free) continue;
    svg.append(s('text', { x: x(point.length), y: base + 18, 'text-anchor': 'middle' }, String(point.length)));
    svg.append(s('text', { class: 'strong', x: x(point.length) + 5, y: y(point.share) - 7 }, percent(point.tokens, corpus.tokens)));
    free = x(point.length) + 48;
  }
  svg.append(s('text', { x: left, y: height - 6 }, t('curveAxis')));
  return svg;
}

/** The line and its label: under the curve where it is high, above where it is low, never on a value. */
function thresholdLine(x, top, base, k, curve) {
  const isHigh = curve < (top + base) / 2;
  return [
    s('line', { class: 'threshold', x1: x, x2: x, y1: top - 12, y2: base + 4 }),
    s('text', { class: 'threshold', x: x + 6, y: isHigh ? base - 6 : top - 8 }, t('threshold', { k })),
  ];
}

function curveTable() {
  const rows = corpus.lengthCurve.map((point) => h('tr', {},
    h('td', { class: 'num' }, String(point.length)), h('td', { class: 'num' }, number(point.tokens)),
    h('td', { class: 'num' }, percent(point.tokens, corpus.tokens))));
  const heads = [t('length'), t('tokensCol'), t('shareCol', { tokens: corpus.tokens })];
  return h('details', {}, h('summary', {}, t('curveTable')),
    h('table', {}, h('thead', {}, h('tr', {}, heads.map((head) => h('th', { class: 'num' }, head)))), h('tbody', {}, rows)));
}

/** Stock of each document as bars from zero; at most `limit` of them. */
function stockBars(limit) {
  const share = (each) => (each.tokens ? count(each, 'stock') / each.tokens : 0);
  const most = Math.max(...documents.map(share), 0.0001);
  const bars = documents.slice(0, limit).flatMap((each) => {
    const bar = h('div', { class: 'fill' });
    bar.style.width = `${(share(each) / most) * 100}%`;
    const part = percent(count(each, 'stock'), each.tokens);
    return [
      h('a', { href: address({ d: each.id }), title: `${label(each)} · ${each.id}` }, shortLabel(each, 13)),
      h('div', { class: 'track' }, bar),
      h('span', { class: 'value', title: t('of', { share: part, n: each.tokens }) }, h('b', {}, part), ` / ${number(each.tokens)}`),
    ];
  });
  const longest = documents.reduce((best, each) => (share(each) > share(best) ? each : best), documents[0]);
  return { bars: h('div', { class: 'bars' }, bars), longest: percent(count(longest, 'stock'), longest.tokens) };
}
