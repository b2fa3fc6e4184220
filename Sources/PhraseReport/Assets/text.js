/** The text of a document with its marks. */
/** What the fills and lines mean; with a text, each entry switches its class on or off. */
function legend(text, more = [], names = null) {
  const entries = [
    ['stock', 'c-stock many', 'legendStock'], ['term', 'c-term', 'legendTerm'], ['borrowed', 'c-borrowed', 'legendBorrowed'],
    ['shared', 'c-shared', 'legendShared'], ['repeated', 'c-repeated', 'legendRepeated'], ['allowed', 'c-allowed', 'legendAllowed'],
    ...more,
  ].filter(([name]) => !names || names.includes(name));
  return h('div', { class: 'legend' }, entries.map(([name, style, key]) => {
    const sample = name === 'stock'
      ? ['few', 'many', 'all'].map((each) => h('span', { class: `key c-stock ${each}` }, '文')) : h('span', { class: `key ${style}` }, '文');
    const words = name === 'stock' ? [t(key), ' ', h('span', { class: 'key c-stock many variant' }, '文'), t('legendVariant')] : [t(key)];
    if (!text) return h('span', {}, sample, words);
    return h('button', { 'aria-pressed': String(!text.classList.contains(`off-${name}`)), 'data-class': name, onclick: (event) => {
      const off = text.classList.toggle(`off-${name}`);
      event.currentTarget.setAttribute('aria-pressed', String(!off));
      text.dispatchEvent(new CustomEvent('classes'));
    } }, sample, words);
  }));
}

/** Where the paragraphs of a document begin: at the line of each block's first token. */
function paragraphStarts(doc) {
  const bytes = bytesOf(doc);
  const starts = [0];
  for (const [index, block] of doc.blocks.entries()) {
    let at = block - doc.base;
    while (at > starts.at(-1) && bytes[at - 1] !== 10) at -= 1;
    // What stands before the first token of the first line (a heading's marks) belongs to it.
    if (index === 0 && at === 0) continue;
    if (at <= starts.at(-1)) at = block - doc.base;
    if (at > starts.at(-1)) starts.push(at);
  }
  return starts.map((start) => start + doc.base);
}

/** The text of a document in paragraphs, the runs of `marks` in what `decorate` makes of them. */
function annotated(doc, marks, decorate) {
  const ends = doc.base + bytesOf(doc).length;
  const starts = paragraphStarts(doc);
  const text = h('div', { class: `text${isSpaced(doc) ? ' spaced' : ''}` });
  const headings = (doc.sections ?? []).map((section) => section[2]);
  let next = 0;
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? ends;
    const paragraph = h('p', { 'data-start': start });
    let at = start;
    let last = '';
    const put = (content, element) => { paragraph.append(element); last = content.at(-1) ?? last; };
    const plain = (to) => {
      const content = to > at ? joinLines(slice(doc, at, to), last, 'x') : '';
      put(content, content);
      at = Math.max(at, to);
    };
    while (next < marks.length && marks[next].start < end) {
      const mark = marks[next];
      plain(mark.start);
      const stop = Math.min(mark.end, end);
      const content = joinLines(slice(doc, Math.max(at, mark.start), stop));
      put(content, decorate(mark, content));
      at = stop;
      if (mark.end > end) break;
      next += 1;
    }
    plain(end);
    trimEnd(paragraph);
    const content = paragraph.textContent;
    if (!content.trim()) return;
    let isHeading = content.trim() === (doc.title ?? '').trim() || /^\s*#{1,6}\s/.test(content);
    for (; headings.length && headings[0] < end; headings.shift()) isHeading ||= headings[0] >= start;
    if (isHeading) paragraph.className = 'heading';
    greySyntax(paragraph);
    text.append(paragraph);
  });
  return text;
}

/** Marks of a heading in Markdown, which are no text. */
function greySyntax(paragraph) {
  const marks = paragraph.firstChild?.nodeType === Node.TEXT_NODE ? paragraph.firstChild.data.match(/^\s*#{1,6}\s+/)?.[0] : null;
  if (!marks) return;
  paragraph.firstChild.data = paragraph.firstChild.data.slice(marks.length);
  paragraph.prepend(h('span', { class: 'syntax' }, marks));
}

function trimEnd(paragraph) {
  const last = paragraph.lastChild;
  if (last?.nodeType === Node.TEXT_NODE) last.data = last.data.trimEnd();
}

/** The whole text as a column of class colours; a click goes there. */
function minimap(doc, spans, text, more = []) {
  const length = Math.max(1, bytesOf(doc).length);
  const svg = s('svg', { viewBox: `0 0 20 ${length}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    [...spans.map((span) => [spanStyle(span).split(' ')[0], span]), ...more].map(([style, span]) => s('rect', { class: style, x: 0, width: 20, y: span.start - doc.base, height: Math.max(span.end - span.start, length / 600) })));
  const view = h('div', { class: 'view' });
  const map = h('div', { class: 'minimap', onclick: (event) => {
    const box = map.getBoundingClientRect();
    const offset = doc.base + ((event.clientY - box.top) / box.height) * length;
    const paragraph = [...text.children].findLast((each) => Number(each.dataset.start) <= offset) ?? text.firstElementChild;
    paragraph?.scrollIntoView({ block: 'center' });
  } }, svg, view);
  const update = () => {
    if (!map.isConnected) return removeEventListener('scroll', update);
    const box = text.getBoundingClientRect();
    const top = Math.min(1, Math.max(0, -box.top / box.height));
    const bottom = Math.min(1, Math.max(0, (innerHeight - box.top) / box.height));
    view.style.top = `${top * 100}%`;
    view.style.height = `${Math.max(0, bottom - top) * 100}%`;
  };
  addEventListener('scroll', update, { passive: true });
  requestAnimationFrame(update);
  return map;
}

/** A document's classes as one bar; stock formulas and terms apart. */
function classBar(each) {
  const names = each.kinds[1] + each.kinds[2];
  const parts = [
    ['c-stock', count(each, 'stock') - names, 'stock'], ['c-term', names, 'term'],
    ...['borrowed', 'shared', 'repeated', 'allowed'].map((name) => [`c-${name}`, count(each, name), name]),
  ];
  const said = [...parts, [null, count(each, 'original'), 'original']].filter((part) => part[1]).map((part) => `${t(part[2])} ${percent(part[1], each.tokens)}`);
  const bar = h('div', { class: 'bar', role: 'img', 'aria-label': said.join(', ') || t('none') });
  for (const [style, tokens, name] of parts) {
    if (!tokens) continue;
    const piece = h('i', { class: style, title: `${t(name)}: ${t('of', { share: percent(tokens, each.tokens), n: each.tokens })}` });
    piece.style.width = `${(tokens / each.tokens) * 100}%`;
    bar.append(piece);
  }
  return bar;
}

/** What varies by nature and so is no difference: digits, redactions, blanks, numerals before a unit. */
const SLOT_RUN = /[0-9０-９][0-9０-９.,:：．，]*|[xX×＊*_〇○]{1,}|[第]?[一二三四五六七八九十百千万亿零两]+(?=[年月日届次号个件项名条人])/gu;

/** Characters to be compared: each slot is one of them, with the white space about it. */
function comparedUnits(text) {
  const units = [];
  let at = 0;
  for (const match of text.matchAll(new RegExp(`\\s*(?:${SLOT_RUN.source})\\s*`, 'gu'))) {
    units.push(...text.slice(at, match.index), { slot: match[0] });
    at = match.index + match[0].length;
  }
  return [...units, ...text.slice(at)];
}

const unitText = (unit) => unit.slot ?? unit;
const sameUnit = (a, b) => (a.slot !== undefined && b.slot !== undefined) || a === b;

/** `text` with what it has beyond `from` in boxes and what it lacks struck out. */
function differing(from, text) {
  const [a, b] = [comparedUnits(from), comparedUnits(text)];
  if (from === text || a.length * b.length > 1e6) return [text];
  const parts = [];
  const put = (units, element) => { if (units.length) parts.push(element(units.map(unitText).join(''))); };
  const between = (startA, endA, startB, endB) => {
    const { atA, atB, length } = longestCommon(a, b, startA, endA, startB, endB);
    if (!length) {
      put(a.slice(startA, endA), (part) => h('del', {}, part));
      put(b.slice(startB, endB), (part) => h('ins', { class: 'diff' }, part));
      return;
    }
    between(startA, atA, startB, atB);
    put(b.slice(atB, atB + length), (part) => part);
    between(atA + length, endA, atB + length, endB);
  };
  between(0, a.length, 0, b.length);
  return parts;
}

/** The longest run that two ranges have in common, the first on a tie (Ratcliff and Metzener, 1988). */
function longestCommon(a, b, startA, endA, startB, endB) {
  let best = { atA: startA, atB: startB, length: 0 };
  let above = new Uint16Array(endB - startB + 1);
  for (let i = startA; i < endA; i += 1) {
    const row = new Uint16Array(endB - startB + 1);
    for (let j = startB; j < endB; j += 1) {
      if (!sameUnit(a[i], b[j])) continue;
      const length = above[j - startB] + 1;
      row[j - startB + 1] = length;
      if (length > best.length) best = { atA: i - length + 1, atB: j - length + 1, length };
    }
    above = row;
  }
  return best;
}
