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
    if (!text) return h('span', {}, sample, t(key));
    return h('button', { 'aria-pressed': String(!text.classList.contains(`off-${name}`)), 'data-class': name, onclick: (event) => {
      const off = text.classList.toggle(`off-${name}`);
      event.currentTarget.setAttribute('aria-pressed', String(!off));
    } }, sample, t(key));
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
  const spaced = doc.k === settings.shingleLength.spaced && doc.k !== settings.shingleLength.unspaced;
  const text = h('div', { class: `text${spaced ? ' spaced' : ''}` });
  let next = 0;
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? ends;
    const paragraph = h('p', { 'data-start': start });
    let at = start;
    const plain = (to) => { if (to > at) paragraph.append(joinLines(slice(doc, at, to), lastCharacter(paragraph), 'x')); at = Math.max(at, to); };
    while (next < marks.length && marks[next].start < end) {
      const mark = marks[next];
      plain(mark.start);
      const stop = Math.min(mark.end, end);
      paragraph.append(decorate(mark, joinLines(slice(doc, Math.max(at, mark.start), stop))));
      at = stop;
      if (mark.end > end) break;
      next += 1;
    }
    plain(end);
    trimEnd(paragraph);
    const content = paragraph.textContent;
    if (!content.trim()) return;
    if (content.trim() === (doc.title ?? '').trim() || /^\s*#{1,6}\s/.test(content)) paragraph.className = 'heading';
    text.append(paragraph);
  });
  return text;
}

const lastCharacter = (element) => element.textContent.at(-1) ?? '';

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
  const bar = h('div', { class: 'bar', role: 'img', 'aria-label': parts.filter((part) => part[1]).map((part) => `${t(part[2])} ${percent(part[1], each.tokens)}`).join(', ') });
  for (const [style, tokens, name] of parts) {
    if (!tokens) continue;
    const piece = h('i', { class: style, title: `${t(name)}: ${t('of', { share: percent(tokens, each.tokens), n: each.tokens })}` });
    piece.style.width = `${(tokens / each.tokens) * 100}%`;
    bar.append(piece);
  }
  return bar;
}

/** `text` with what differs from `from` in boxes: longest common subsequence of characters. */
function differing(from, text) {
  const a = [...from], b = [...text];
  if (from === text || a.length * b.length > 1e6) return [text];
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      rows[i][j] = a[i] === b[j] ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
  const out = [];
  const put = (character, differs) => {
    if (out.length && out.at(-1).differs === differs) out.at(-1).text += character;
    else out.push({ text: character, differs });
  };
  for (let i = 0, j = 0; j < b.length;) {
    if (i < a.length && a[i] === b[j]) { put(b[j], false); i += 1; j += 1; }
    else if (i < a.length && rows[i + 1][j] >= rows[i][j + 1]) i += 1;
    else { put(b[j], true); j += 1; }
  }
  return out.map((part) => (part.differs ? h('span', { class: 'diff' }, part.text) : part.text));
}
