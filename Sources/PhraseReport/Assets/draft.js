/** A draft as a whole: its numbers, its text in paragraphs, and the marks of classes and findings. */
const isAlone = corpus.documents === 0;
const RESIDUE = [['residue', 'left-over', 'legendResidue']];
const VERDICTS = ['formula', 'mandated', 'shared', 'copied', 'mixed', 'original'];
const findingsOf = (doc) => DATA.findings.filter((each) => each.document === documentIndex.get(doc.id));

/** Cuts the text where a span or a finding begins or ends; each piece knows its span and its findings. */
function piecesOf(doc) {
  const spans = spansOf(doc);
  const found = findingsOf(doc).filter((each) => each.end > each.start);
  const cuts = [...new Set([...spans, ...found].flatMap((each) => [each.start, each.end]))].sort((a, b) => a - b);
  const starting = new Map();
  for (const each of found) starting.set(each.start, [...(starting.get(each.start) ?? []), each]);
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
  return `mark ${piece.span ? spanStyle(piece.span) : ''}${residue}${misquote}`;
}

function draftText(doc) {
  const labelled = new Set();
  const text = annotated(doc, piecesOf(doc), (piece, content) => {
    const named = piece.found.find((each) => ['TH006', 'TH007'].includes(each.code) && !labelled.has(each));
    if (named) labelled.add(named);
    const choose = () => replaceAndShow({ d: doc.id, s: piece.start });
    return h('span', { class: pieceStyle(piece), 'data-at': piece.start, 'data-label': named ? t(named.code) : null, tabindex: 0, role: 'button',
      onclick: choose, onkeydown: (event) => { if (event.key === 'Enter') choose(); } }, content);
  });
  return text;
}

function shareFigures(doc) {
  if (isAlone || !doc.tokens) return null;
  const [raw, net, rest] = doc.shares;
  const values = { tokens: doc.tokens, rest, n: doc.compared[0] };
  const original = count(doc, 'original');
  const figures = [[raw, doc.tokens, 'shareRaw'], [net, rest, 'shareNet'], [original, doc.tokens, 'shareOriginal']];
  return h('dl', { class: 'figures' }, figures.map(([part, whole, key]) =>
    h('div', {}, h('dt', {}, percent(part, whole)), h('dd', {}, `${number(part)} `, t(key, values)))));
}

function gateLine() {
  const reasons = DATA.reasons[language].join(language === 'zh' ? '；' : '; ');
  return h('p', { class: DATA.failed ? 'gate failed' : 'gate' }, DATA.failed ? t('gateFailed', { reasons }) : t('gatePassed'));
}

function draftNotes(doc) {
  const sources = doc.compared[1];
  const small = !isAlone && sources < 100 ? [t('noteSmall', { n: sources })] : [];
  const alone = isAlone ? [t('addEarlier', { path: doc.id })] : [];
  const rest = [['suppressedNote', DATA.suppressed], ['knownNote', DATA.known]].filter(([, n]) => n).map(([key, n]) => t(key, { n }));
  const lines = [...alone, ...doc.warnings, ...rest, ...small];
  return lines.length ? h('ul', { class: 'notes' }, lines.map((line) => h('li', {}, line))) : null;
}

function draftView(doc) {
  const index = documentIndex.get(doc.id);
  const turn = (at, key) => (documents[at] ? h('a', { href: address({ d: documents[at].id }) }, t(key)) : h('span'));
  const values = { stock: count(doc, 'stock'), tokens: doc.tokens, share: percent(count(doc, 'stock'), doc.tokens), borrowed: count(doc, 'borrowed') };
  const sentences = doc.verdicts.reduce((sum, each) => sum + each, 0);
  const verdicts = Object.fromEntries(VERDICTS.map((name, at) => [name, doc.verdicts[at]]));
  const text = draftText(doc);
  const spans = spansOf(doc);
  const facts = t('docFacts', { tokens: doc.tokens, characters: doc.characters, k: doc.k });
  return [
    documents.length > 1 ? h('div', { class: 'turn' }, turn(index - 1, 'previous'), turn(index + 1, 'next')) : null,
    h('h1', {}, t(isAlone ? 'draftAlone' : 'draftHeadline', values)),
    h('p', { class: 'path' }, doc.id, ' · ', facts, isAlone ? '' : ` ${t('draftCompared', { n: doc.compared[0], sources: doc.compared[1] })}`),
    gateLine(), shareFigures(doc),
    isAlone || !sentences ? null : h('p', { class: 'note sentences' }, t('sentences', { n: sentences, ...verdicts })),
    draftNotes(doc), legend(text, RESIDUE, isAlone ? ['repeated', 'allowed', 'residue'] : null),
    h('div', { class: 'doc' }, minimap(doc, spans, text, findingsOf(doc).filter((each) => each.code === 'TH006').map((each) => ['left-over', each])), text),
  ];
}

/** All drafts with their shares and how many findings each has. */
function draftTable() {
  const columns = ['stock', 'borrowed', 'original'];
  const rows = documents.map((each) => h('tr', { class: 'row', onclick: (event) => { event.preventDefault(); go({ d: each.id }); } },
    h('td', {}, h('a', { href: address({ d: each.id }) }, label(each)), h('small', {}, each.title ? each.id : null)),
    h('td', { class: 'wide' }, classBar(each)),
    h('td', { class: 'num' }, number(findingsOf(each).length)), h('td', { class: 'num wide' }, number(each.tokens)),
    columns.map((name) => h('td', { class: 'num' }, percent(count(each, name), each.tokens), h('small', {}, number(count(each, name)))))));
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
