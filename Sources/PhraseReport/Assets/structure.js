/** A draft by its parts: sections by how much of them is stock, the longest stretches that were not found elsewhere, sentences by verdict. */
/** The gravest first, as the sentences are sorted. */
const GRAVEST = ['copied', 'formula', 'shared', 'mixed', 'mandated', 'original'];
/** So many stretches are shown at first. */
const STRETCHES = 20;

const placeLink = (doc, start, end, text) => h('a', { href: address({ d: doc.id, l: start, r: end }) }, text);
const partOf = (part, whole) => [percent(part, whole), h('small', {}, t('partOf', { part, n: whole }))];

/** Text on one line, cut where it is long. */
function shortText(doc, start, end, length) {
  const text = [...flat(slice(doc, start, end)).trim()];
  return text.length > length ? `${text.slice(0, length).join('')}…` : text.join('');
}

const partHead = (doc, view, title, caption) => [turns(doc, view), h('h1', {}, title), h('p', { class: 'path' }, doc.id, ' · ', caption)];

/** The sections, those with most stock first; a smaller section is counted in the larger one, too. */
function sectionsView(doc) {
  const rows = doc.sections.map(([title, level, start, , tokens, ...classes]) => ({ title, level, start, tokens, classes })).filter((each) => each.tokens);
  const share = (name) => (each) => count(each, name) / each.tokens;
  const columns = [
    { name: 'colSection', value: (each) => each.start, cell: (each) => placeLink(doc, each.start, each.start, each.title), style: 'section' },
    { name: 'colTokens', style: 'num', largeFirst: true, value: (each) => each.tokens, cell: (each) => number(each.tokens) },
    { name: 'stock', style: 'num', largeFirst: true, value: share('stock'), cell: (each) => partOf(count(each, 'stock'), each.tokens) },
    { name: 'colClasses', style: 'wide', cell: (each) => classBar({ ...each, kinds: [0, 0, 0, 0] }) },
    { name: 'originalShort', style: 'num wide', largeFirst: true, value: share('original'), cell: (each) => partOf(count(each, 'original'), each.tokens) },
  ];
  const ranked = [...rows].sort((a, b) => share('stock')(b) - share('stock')(a) || b.tokens - a.tokens || a.start - b.start);
  return [
    ...partHead(doc, 'sections', t('sections'), t('docFacts', { tokens: doc.tokens, characters: doc.characters, k: doc.k })),
    ...(rows.length ? [legend(null, [], ['stock', 'borrowed', 'shared', 'repeated', 'allowed']), h('div', { id: 'sections' }, sortableHere(ranked, columns, t('draftSections', { n: doc.compared[0] })))] : [h('p', { class: 'grey' }, t('noSections'))]),
    ...stretchPart(doc),
  ];
}

/** The longest runs that were not found in the documents of the corpus. */
function stretchPart(doc) {
  const stretches = [];
  for (let at = 0; at < doc.stretches.length; at += 3) stretches.push(doc.stretches.slice(at, at + 3));
  const values = { n: doc.compared[0] };
  const item = ([start, end, tokens]) => h('li', {}, placeLink(doc, start, end, [h('span', { class: 'num' }, t('nTokens', { n: tokens })), h('span', { class: 'han' }, shortText(doc, start, end, 140))]));
  const list = h('ol', { class: 'longest', id: 'stretches' }, stretches.slice(0, STRETCHES).map(item));
  const rest = stretches.slice(STRETCHES);
  const more = rest.length ? h('p', { class: 'more' }, h('button', { onclick: () => { list.append(...rest.map(item)); more.remove(); } }, t('restShown', { n: rest.length }))) : null;
  return [h('h2', {}, t('stretches', values)), h('p', { class: 'note' }, t('stretchesNote', values)), stretches.length ? list : h('p', { class: 'grey' }, t('noStretches')), more];
}

/** All sentences, the gravest verdicts first and in each the largest share; headings are rows of their own. */
function sentencesView(doc) {
  const all = sentencesOf(doc);
  const counts = tally(all.map((each) => each.verdict));
  const columns = [
    { name: 'colVerdict', value: (each) => GRAVEST.indexOf(each.verdict), cell: (each) => [h('span', { class: `key ${VERDICT_STYLES[each.verdict]}` }, t(`verdict_${each.verdict}`)), h('small', { class: 'narrow' }, percent(each.speaking, each.tokens)), h('small', { class: 'narrow' }, t('partOf', { part: each.speaking, n: each.tokens }))], style: 'verdict' },
    { name: 'colShareOf', style: 'num wide', largeFirst: true, value: (each) => each.share, cell: (each) => partOf(each.speaking, each.tokens) },
    { name: 'colSentence', value: (each) => each.start, cell: (each) => [each.heading ? h('small', {}, t('heading')) : null, placeLink(doc, each.start, each.end, shortText(doc, each.start, each.end, 240))], style: 'sentence' },
  ];
  const ranked = [...all].sort((a, b) => GRAVEST.indexOf(a.verdict) - GRAVEST.indexOf(b.verdict) || b.share - a.share || b.tokens - a.tokens || a.start - b.start);
  const holder = h('div', { id: 'sentences' });
  const filters = [[undefined, t('allVerdicts', { n: all.length })], ...GRAVEST.filter((name) => counts.has(name)).map((name) => [name, `${t(`verdict_${name}`)} ${number(counts.get(name))}`])];
  const choose = (wanted) => { replace({ ...params(), q: wanted }); show(); holder.querySelector('button[aria-pressed="true"]').focus(); };
  const show = () => {
    const wanted = counts.has(params().q) ? params().q : undefined;
    const rows = ranked.filter((each) => !wanted || each.verdict === wanted);
    holder.replaceChildren(
      h('p', { class: 'choice', role: 'group', 'aria-label': t('colVerdict') }, filters.map(([name, words]) => h('button', { 'aria-pressed': String(name === wanted), 'data-verdict': name ?? '', onclick: () => choose(name) }, words))),
      h('p', { class: 'note', role: 'status' }, t('rowsShown', { n: rows.length, all: all.length })), sortableHere(rows, columns));
  };
  show();
  return [...partHead(doc, 'sentences', t('sentences'), t('draftSentences', { n: all.length, documents: doc.compared[0] })), holder];
}

/** Marks the text from byte `start` to `end` and brings it into sight; a heading's line where both are the same. */
function showRange(doc, start, end) {
  const paragraphs = [...document.querySelectorAll('.text p')];
  const first = Math.max(0, paragraphs.findLastIndex((each) => Number(each.dataset.start) <= start));
  const paragraph = paragraphs[first];
  if (!paragraph) return;
  const range = end > start ? rangeIn(doc, paragraphs, first, start, end) : null;
  if (range && globalThis.Highlight && CSS.highlights) CSS.highlights.set('chosen', new Highlight(range));
  else paragraph.classList.add('chosen');
  const box = (range ?? paragraph).getBoundingClientRect();
  if (box.top < 90 || box.bottom > innerHeight - 20) scrollTo(0, scrollY + box.top - innerHeight / 3);
}

function clearRange() {
  if (globalThis.Highlight && CSS.highlights) CSS.highlights.delete('chosen');
  for (const each of document.querySelectorAll('.text p.chosen')) each.classList.remove('chosen');
}

/** The range of the page for bytes of the draft; null where the text does not agree. */
function rangeIn(doc, paragraphs, first, start, end) {
  const range = document.createRange();
  const isSet = { start: false, end: false };
  for (let index = first; index < paragraphs.length && !isSet.end; index += 1) {
    const from = Number(paragraphs[index].dataset.start);
    if (from >= end) break;
    const to = Number(paragraphs[index + 1]?.dataset.start ?? doc.base + bytesOf(doc).length);
    const walker = document.createTreeWalker(paragraphs[index], NodeFilter.SHOW_TEXT);
    let [node, at, offset] = [walker.nextNode(), 0, from];
    // The page joins broken lines: white space may lack there, or be another.
    for (const character of slice(doc, from, to)) {
      while (node && at >= node.data.length) [node, at] = [walker.nextNode(), 0];
      if (!node) break;
      const isSame = node.data.startsWith(character, at);
      if (!isSame && /\s/.test(node.data[at]) && !/\s/.test(character)) at += 1;
      if (node.data.startsWith(character, at)) {
        if (!isSet.start && offset >= start) { range.setStart(node, at); isSet.start = true; }
        at += character.length;
        if (isSet.start && offset < end) { range.setEnd(node, Math.min(at, node.data.length)); }
      }
      offset += encoder.encode(character).length;
      if (offset >= end) { isSet.end = true; break; }
    }
  }
  return isSet.start ? range : null;
}
