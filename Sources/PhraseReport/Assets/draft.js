/** A draft as a whole: its numbers, what must be mended first, its text in paragraphs with the marks of classes and findings. */
const isAlone = corpus.documents === 0;
const RESIDUE = [['residue', 'left-over', 'legendResidue']];
const TO_MEND = ['TH006', 'TH007'];

DATA.findings.forEach((finding, index) => { finding.index = index; });
const findingsByDraft = documents.map((_, index) => DATA.findings.filter((each) => each.document === index));
const findingsOf = (doc) => findingsByDraft[documentIndex.get(doc.id)];
const hasText = (finding) => finding.document !== null && finding.end > finding.start;

/** Whether something is known from before: only then it means anything that a finding is new. */
const tellsNew = DATA.findings.some((finding) => !finding.new);
/** So many findings are listed at first. */
const FIRST = 10;
const findingState = { shown: FIRST, off: [], onlyNew: tellsNew && DATA.onlyNew };
const isShown = (finding) => finding.new || !findingState.onlyNew;

/** Cuts the text where a span or a finding begins or ends; each piece knows its span and its findings. */
function piecesOf(doc) {
  const spans = spansOf(doc);
  const found = findingsOf(doc).filter(hasText);
  const cuts = [...new Set([...spans, ...found].flatMap((each) => [each.start, each.end]))].sort((a, b) => a - b);
  const starting = new Map();
  for (const each of found) {
    if (starting.has(each.start)) starting.get(each.start).push(each);
    else starting.set(each.start, [each]);
  }
  const pieces = [];
  let open = [];
  let next = 0;
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    open = open.filter((each) => each.end > start).concat(starting.get(start) ?? []);
    while (next < spans.length && spans[next].end <= start) next += 1;
    const span = next < spans.length && spans[next].start <= start ? spans[next] : null;
    if (span || open.length) pieces.push({ start, end: cuts[index + 1], span, found: open });
  }
  return pieces;
}

function pieceStyle(piece) {
  const codes = piece.found.map((each) => each.code);
  const residue = codes.includes('TH006') ? ' left-over' : '';
  const misquote = codes.includes('TH007') ? ' misquoted' : '';
  const isNew = tellsNew && piece.found.some((each) => each.new && each.start === piece.start) ? ' is-new' : '';
  return `mark ${piece.span ? spanStyle(piece.span) : ''}${residue}${misquote}${isNew}`;
}

/** The text; one tab stop, which goes with the selection: a draft has thousands of marks. */
function draftText(doc) {
  const labelled = new Set();
  let stop = 0;
  const text = annotated(doc, piecesOf(doc), (piece, content) => {
    const named = piece.found.find((each) => TO_MEND.includes(each.code) && !labelled.has(each));
    if (named) labelled.add(named);
    return h('span', {
      class: pieceStyle(piece), 'data-at': piece.start, 'data-label': named ? t(named.code) : null, tabindex: stop++ ? -1 : 0, role: 'button',
    }, content);
  });
  const choose = (event) => {
    const mark = event.target.closest('.mark');
    if (!mark || (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    replaceAndShow({ d: doc.id, s: Number(mark.dataset.at) });
  };
  text.addEventListener('click', choose);
  text.addEventListener('keydown', choose);
  text.setAttribute('lang', /[\u3040-\u30ff]/.test(doc.text) ? 'ja' : /[\u4e00-\u9fff]/.test(doc.text) ? 'zh-Hans' : '');
  for (const name of findingState.off) text.classList.add(`off-${name}`);
  return text;
}

/** Tokens found elsewhere in the classes that are not switched off: of all tokens, and net of allowed wording and quotations. */
function foundTokens(doc, off) {
  const names = doc.kinds[KINDS.indexOf('term')] + doc.kinds[KINDS.indexOf('title')];
  const quoted = doc.kinds[KINDS.indexOf('quotation')];
  const parts = { stock: count(doc, 'stock') - names, term: names, borrowed: count(doc, 'borrowed'), shared: count(doc, 'shared'), allowed: count(doc, 'allowed') };
  const sum = (list) => list.reduce((total, name) => total + parts[name], 0);
  const on = Object.keys(parts).filter((name) => !off.includes(name));
  return {
    raw: sum(on), net: sum(on) - (on.includes('allowed') ? parts.allowed : 0) - (on.includes('stock') ? quoted : 0),
    on: on.filter((name) => parts[name] || name !== 'allowed'), off: off.filter((name) => parts[name]), left: sum(off.filter((name) => name in parts)),
  };
}

const listOf = (words) => words.join(language === 'zh' ? '、' : ', ');

/** The three numbers; `off` are the classes that are switched off. */
function shareFigures(doc, off) {
  const { raw, net, on, off: switched, left } = foundTokens(doc, off);
  const rest = doc.shares[2];
  const values = { tokens: doc.tokens, rest, n: doc.compared[0], names: listOf(on.map((name) => t(name))) || t('none') };
  const figures = [[raw, doc.tokens, 'shareRaw'], [net, rest, 'shareNet'], [count(doc, 'original'), doc.tokens, 'shareOriginal']];
  return [
    ...figures.map(([part, whole, key]) => h('div', { 'data-figure': key }, h('dt', {}, percent(part, whole)), h('dd', {}, `${number(part)} `, t(key, values)))),
    switched.length ? h('div', { class: 'switched' }, h('dt', {}), h('dd', {}, t('switchedOff', { names: listOf(switched.map((name) => t(name))), n: left }))) : null,
  ].filter(Boolean);
}

/** The figures in one short line, beside the legend, where the text scrolls. */
function shareLine(doc, off) {
  const { raw, net } = foundTokens(doc, off);
  return t('shareLine', { raw: percent(raw, doc.tokens), tokens: doc.tokens, net: percent(net, doc.shares[2]), rest: doc.shares[2] });
}

function gateLine() {
  const reasons = DATA.reasons[language].join(language === 'zh' ? '；' : '; ');
  return h('p', { class: DATA.failed ? 'gate failed' : 'gate' }, DATA.failed ? t('gateFailed', { reasons }) : t('gatePassed'));
}

const FLAGS = { 'zero-width': 'flagZeroWidth', 'bidi-control': 'flagDirection', 'look-alike': 'flagLookAlike' };
/** So many that must be mended are listed above the text. */
const MENDED_FIRST = 6;

/** What was left over and what is flagged: what must be looked at before the report goes out. */
function mendFirst(doc) {
  const found = findingsOf(doc).filter((each) => TO_MEND.includes(each.code) && isShown(each));
  const flags = doc.flags.map((flag) => h('li', {}, h('span', { class: 'severity warning' }, t('flag')), t(FLAGS[flag.name] ?? 'flagOther', { n: flag.count, name: flag.name })));
  const items = found.slice(0, MENDED_FIRST).map((each) => h('li', {}, h('a', { href: address({ d: doc.id, s: each.start, f: each.index }) },
    h('span', { class: `severity ${each.severity}` }, t(each.code)), h('b', { class: 'han' }, quote(each)), ' ', h('span', { class: 'grey' }, t('lineNo', { n: each.line }), ' · ', afterQuote(each)))));
  const rest = found.length - items.length;
  return h('section', { class: items.length + flags.length ? 'mend' : 'mend none', 'aria-label': t('mendFirst') }, h('h2', {}, t('mendFirst')),
    items.length + flags.length ? h('ul', {}, ...items, ...flags) : h('p', { class: 'grey' }, t('mendNone')),
    rest > 0 ? h('p', { class: 'note' }, t('mendMore', { n: rest })) : null);
}

/** What a finding says, without the quotation that stands before it. */
function afterQuote(finding) {
  const text = finding.message[language];
  const start = `${quote(finding)}: `;
  const wide = `${quote(finding)}：`;
  return text.startsWith(start) ? text.slice(start.length) : text.startsWith(wide) ? text.slice(wide.length) : text;
}

function draftNotes(doc) {
  const sources = doc.compared[1];
  const small = !isAlone && sources < 100 ? [t('noteSmall', { n: sources })] : [];
  const alone = isAlone ? [t('addEarlier', { path: doc.id })] : [];
  const rest = DATA.suppressed ? [t('suppressedNote', { n: DATA.suppressed })] : [];
  const lines = [...alone, ...doc.warnings, ...rest, ...small];
  return lines.length ? h('ul', { class: 'notes' }, lines.map((line) => h('li', {}, line))) : null;
}

/** The legend, whose classes can be switched off: the text, the minimap and the shares follow. */
function switches(doc, text, map, figures) {
  const bar = legend(text, RESIDUE, isAlone ? ['repeated', 'allowed', 'residue'] : null);
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', t('classes'));
  const line = isAlone || !doc.tokens ? null : h('span', { class: 'share-line', 'aria-live': 'polite' });
  if (line) bar.append(line);
  const follow = () => {
    const off = [...text.classList].filter((each) => each.startsWith('off-'));
    findingState.off = off.map((each) => each.slice(4));
    map.classList.remove(...[...map.classList].filter((each) => each.startsWith('off-')));
    map.classList.add(...off);
    if (line) line.textContent = shareLine(doc, findingState.off);
    figures?.replaceChildren(...shareFigures(doc, findingState.off));
  };
  text.addEventListener('classes', follow);
  follow();
  return bar;
}

/** Where a draft stands among several, with its neighbours. */
function turns(doc, view) {
  const index = documentIndex.get(doc.id);
  const turn = (at, key) => (documents[at] ? h('a', { href: address({ v: view, d: documents[at].id }) }, t(key)) : h('span'));
  return documents.length > 1 ? h('div', { class: 'turn' }, turn(index - 1, 'previous'), turn(index + 1, 'next')) : null;
}

function draftView(doc) {
  const values = { stock: count(doc, 'stock'), tokens: doc.tokens, share: percent(count(doc, 'stock'), doc.tokens), borrowed: count(doc, 'borrowed') };
  const text = draftText(doc);
  const marks = findingsOf(doc).filter((each) => TO_MEND.includes(each.code)).map((each) => ['left-over', each]);
  const map = minimap(doc, spansOf(doc), text, marks);
  const figures = isAlone || !doc.tokens ? null : h('dl', { class: 'figures three', 'aria-live': 'polite' });
  const facts = t('docFacts', { tokens: doc.tokens, characters: doc.characters, k: doc.k });
  return [
    turns(doc),
    h('h1', {}, t(isAlone ? 'draftAlone' : 'draftHeadline', values)),
    h('p', { class: 'path' }, doc.id, ' · ', facts, isAlone ? '' : ` ${t('draftCompared', { n: doc.compared[0], sources: doc.compared[1] })}`),
    gateLine(), figures, mendFirst(doc), draftNotes(doc), switches(doc, text, map, figures),
    h('div', { class: 'doc' }, map, text),
  ];
}

/** All drafts with their shares and how many findings each has. */
function draftTable() {
  const columns = ['stock', 'borrowed', 'original'];
  const rows = documents.map((each) => h('tr', { class: 'row', onclick: (event) => { event.preventDefault(); go({ d: each.id }); } },
    h('td', {}, h('a', { href: address({ d: each.id }) }, label(each)), h('small', {}, each.title ? each.id : null)),
    h('td', { class: 'wide' }, classBar(each)),
    h('td', { class: 'num' }, number(findingsOf(each).filter(isShown).length)), h('td', { class: 'num wide' }, number(each.tokens)),
    columns.map((name) => h('td', { class: 'num' }, percent(count(each, name), each.tokens), h('small', {}, t('partOf', { part: count(each, name), n: each.tokens }))))));
  const head = (title, style = 'num') => h('th', { class: style, scope: 'col' }, title);
  const table = h('table', {}, h('caption', {}, t('draftsCaption')),
    h('thead', {}, h('tr', {}, head(t('colDocument'), null), head(t('colClasses'), 'wide'), head(t('findings')), head(t('colTokens'), 'num wide'),
      columns.map((name) => head(name === 'original' ? t('originalShort') : t(name))))),
    h('tbody', {}, rows));
  return [h('h1', {}, t('drafts')), gateLine(), h('div', { class: 'scroll' }, table), ...skippedDrafts()];
}

function skippedDrafts() {
  return corpus.skipped.length ? [h('h2', {}, t('skipped')), ...skippedFiles()] : [];
}

function checkMethod() {
  const lengths = (value) => t('both', { a: value.unspaced, b: value.spaced });
  const rows = [
    [t('setEarlier'), isAlone ? t('noneCompared') : t('corpusOfCheck', { n: corpus.documents, sources: corpus.sources, tokens: corpus.tokens })],
    [t('setK'), lengths(settings.shingleLength)], [t('setD'), String(settings.minimumDocuments)],
    [t('setB'), lengths(settings.borrowedLength)], [t('setS'), lengths(settings.sharedLength)],
    [t('setGroup'), t(settings.groupsNearDuplicates ? 'yes' : 'no')], [t('setVersion'), `${DATA.tool.name} ${DATA.tool.version}`],
  ];
  return [
    h('h1', {}, t('method')),
    h('h2', {}, t('settings')), h('dl', { class: 'facts' }, rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    h('h2', {}, t('repeat')), h('p', {}, t('repeatCheck')),
    h('pre', {}, ['taohua check', ...documents.slice(0, 1).map((each) => shellWord(each.id)), ...settings.arguments.map(shellWord), isAlone ? '' : '--against FOLDER'].filter(Boolean).join(' ')),
    h('h2', {}, t('definitions')), legend(null, RESIDUE),
    h('dl', { class: 'prose' }, STRINGS[language].defs.flatMap(([word, meaning]) => [h('dt', {}, word), h('dd', {}, meaning)])),
    h('h2', {}, t('skipped')), ...skippedFiles(),
  ];
}
