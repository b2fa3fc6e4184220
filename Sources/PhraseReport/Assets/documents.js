/** The table of documents. */
function documentTable() {
  const columns = ['stock', 'borrowed', 'shared', 'repeated', 'original'];
  const state = documentTable.state ??= { sort: null, down: true };
  const value = (each) => (state.sort === 'tokens' ? each.tokens : count(each, state.sort) / (each.tokens || 1));
  const list = state.sort ? [...documents].sort((a, b) => (state.down ? -1 : 1) * (value(a) - value(b))) : documents;
  const head = (name, title, style) => h('th', { class: style, scope: 'col', 'aria-sort': state.sort === name ? (state.down ? 'descending' : 'ascending') : null },
    h('button', { onclick: () => {
      if (state.sort === name && !state.down) state.sort = null; else { state.down = state.sort !== name; state.sort = name; }
      holder.replaceWith(documentTable());
    } }, title));
  const rows = list.map((each) => h('tr', { class: 'row', 'data-document': each.id, onclick: (event) => { event.preventDefault(); go({ d: each.id }); } },
    h('td', {}, h('a', { href: address({ d: each.id }) }, label(each)), h('small', {}, each.title ? each.id : null, each.group === null ? null : ` · ${t('groupMark', { n: each.group + 1 })}`)),
    h('td', { class: 'wide' }, classBar(each)),
    h('td', { class: 'num wide' }, number(each.tokens)),
    columns.map((name) => h('td', { class: `num${['stock', 'original'].includes(name) ? '' : ' wide'}` }, percent(count(each, name), each.tokens), h('small', {}, number(count(each, name)))))));
  const holder = h('div', { class: 'scroll' }, h('table', {}, h('caption', {}, t('documentsCaption', { n: documents.length })),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('colDocument')), h('th', { class: 'wide', scope: 'col' }, t('colClasses')), head('tokens', t('colTokens'), 'num wide'),
      columns.map((name) => head(name, name === 'original' ? t('originalShort') : t(name), `num${['stock', 'original'].includes(name) ? '' : ' wide'}`)))),
    h('tbody', {}, rows)));
  return holder;
}

function documentList() {
  return [h('h1', {}, t('documents')), legend(null), documentTable()];
}

/** What the fills and lines mean; with a text, each entry switches its class on or off. */
function legend(text) {
  const entries = [
    ['stock', 'c-stock many', 'legendStock'], ['term', 'c-term', 'legendTerm'], ['borrowed', 'c-borrowed', 'legendBorrowed'],
    ['shared', 'c-shared', 'legendShared'], ['repeated', 'c-repeated', 'legendRepeated'], ['allowed', 'c-allowed', 'legendAllowed'],
  ];
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

function documentView(doc) {
  const index = documentIndex.get(doc.id);
  const turn = (at, key) => (documents[at] ? h('a', { href: address({ d: documents[at].id }) }, t(key)) : h('span'));
  const shares = ['stock', 'borrowed', 'shared', 'repeated', 'original'].map((name) => [t(name), percent(count(doc, name), doc.tokens), number(count(doc, name))]);
  const head = [
    h('div', { class: 'turn' }, turn(index - 1, 'previous'), turn(index + 1, 'next')),
    h('h1', {}, label(doc)), h('p', { class: 'path' }, doc.id, ' · ', t('docFacts', { tokens: doc.tokens, characters: doc.characters, k: doc.k })),
    h('dl', { class: 'figures' }, shares.map(([name, share, tokens]) => h('div', {}, h('dt', {}, share), h('dd', {}, `${name}: ${tokens} / ${number(doc.tokens)}`)))),
    ...(doc.warnings.length ? [h('ul', { class: 'notes' }, doc.warnings.map((text) => h('li', {}, text)))] : []),
  ];
  if (doc.text === undefined) return [...head, h('p', { class: 'notes' }, t('noText', { max: DATA.limits.documents }))];
  const spans = spansOf(doc);
  const text = annotated(doc, spans, (span, content) => h('span', { class: `mark ${spanStyle(span)}`, 'data-at': span.start, tabindex: 0, role: 'button',
    onclick: () => replaceAndShow({ d: doc.id, s: span.start }), onkeydown: (event) => { if (event.key === 'Enter') replaceAndShow({ d: doc.id, s: span.start }); } }, content));
  return [...head, legend(text), h('div', { class: 'doc' }, minimap(doc, spans, text), text)];
}

/** The whole text as a column of class colours; a click goes there. */
function minimap(doc, spans, text) {
  const length = Math.max(1, bytesOf(doc).length);
  const svg = s('svg', { viewBox: `0 0 20 ${length}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    spans.map((span) => s('rect', { class: spanStyle(span).split(' ')[0], x: 0, width: 20, y: span.start - doc.base, height: Math.max(span.end - span.start, length / 600) })));
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
