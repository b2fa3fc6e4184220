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

/** Stock of each document as bars from zero; of more than `limit` those with most. */
function stockBars(limit) {
  const share = (each) => (each.tokens ? count(each, 'stock') / each.tokens : 0);
  const most = Math.max(...documents.map(share), 0.0001);
  const first = documents.length > limit ? [...documents].sort((a, b) => share(b) - share(a)).slice(0, limit) : documents;
  const bars = first.flatMap((each) => {
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

/** Bars that stand: each { title, value, note, grey }; the value 0 has none. */
function columnChart(bars, name, axis) {
  return responsive(h('div'), (width) => {
    const height = 220, top = 24, bottom = 44;
    const most = Math.max(...bars.map((bar) => bar.value), Number.MIN_VALUE);
    const step = width / bars.length;
    const svg = s('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': name });
    const base = height - bottom;
    let free = -Infinity;
    for (const [index, bar] of bars.entries()) {
      const x = index * step, tall = (bar.value / most) * (base - top);
      svg.append(s('rect', { class: bar.grey ? 'column partial' : 'column', x: x + step * 0.12, width: step * 0.76, y: base - tall, height: tall }, s('title', {}, `${bar.title}: ${bar.note}`)));
      if (x + step / 2 < free) continue;
      svg.append(s('text', { x: x + step / 2, y: base + 18, 'text-anchor': 'middle' }, bar.title));
      svg.append(s('text', { class: 'strong', x: x + step / 2, y: base - tall - 6, 'text-anchor': 'middle' }, bar.label));
      free = x + step / 2 + Math.max(textWidth(bar.title), textWidth(bar.label)) * 13 + 6;
    }
    svg.append(s('line', { class: 'axis', x1: 0, x2: width, y1: base, y2: base }), s('text', { x: 0, y: height - 6 }, axis));
    return svg;
  });
}

/** How many phrases stand in how many sources. */
function frequencyChart() {
  const edges = frequencyBins();
  const bins = edges.map(([first, last]) => ({ first, last, count: families.filter((family) => family.documents >= first && family.documents <= last).length }));
  const title = ({ first, last }) => (first === last ? String(first) : `${first}–${last}`);
  const bars = bins.map((bin) => ({ title: title(bin), value: bin.count, label: number(bin.count), note: t('phrasesIn', { n: bin.count }) }));
  const rows = bins.map((bin) => [title(bin), bin.count, percent(bin.count, families.length)]);
  return h('figure', {}, h('h2', {}, t('frequencyTitle')), h('figcaption', {}, t('frequencyCaption', { n: families.length, sources: corpus.sources })),
    columnChart(bars, t('frequencyTitle'), t('frequencyAxis')),
    h('details', {}, h('summary', {}, t('asTable')), plainTable([t('colSources'), t('phrases'), { title: t('shareCol', { tokens: families.length }), numeric: true }], rows)));
}

/** Single counts where they fit, else ranges that double. */
function frequencyBins() {
  const counts = families.map((family) => family.documents);
  const [first, last] = [Math.min(...counts), Math.max(...counts)];
  if (last - first < 16) return Array.from({ length: last - first + 1 }, (_, index) => [first + index, first + index]);
  const bins = [];
  for (let from = first; from <= last; from *= 2) bins.push([from, Math.min(last, from * 2 - 1)]);
  return bins;
}

/** Stock by year against a fixed number of reports before it; null where the report has none. */
function frameChart() {
  const { frame } = corpus;
  if (!frame?.years.length) return null;
  const bars = frame.years.map((year) => ({ title: String(year.year), value: year.tokens ? year.counted / year.tokens : 0, label: percent(year.counted, year.tokens), grey: year.partial,
    note: t('of', { share: percent(year.counted, year.tokens), n: year.tokens }) }));
  const rows = frame.years.map((year) => [String(year.year), year.documents, year.tokens, year.counted, percent(year.counted, year.tokens), year.frame]);
  const heads = [t('colYear'), t('colDocuments'), t('tokensCol'), t('colCounted'), { title: '%', numeric: true }, t('colFrame')];
  return h('figure', {}, h('h2', {}, t('frameTitle')), h('figcaption', {}, t('frameCaption', { n: frame.documents, m: frame.minimumDocuments })),
    columnChart(bars, t('frameTitle'), t('colYear')), h('details', {}, h('summary', {}, t('asTable')), plainTable(heads, rows)));
}
