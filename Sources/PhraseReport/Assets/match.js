/** Where a finding stands too, and how that reads beside the draft. */
const DIFFERENCES = ['width', 'case', 'form', 'punctuation', 'value', 'edit'];
const docName = (index) => DATA.names[index];
const flat = (part) => joinLines(part).replace(/\s*\n\s*/g, ' ');
/** So many of the things that differ are spelled out; the boxes show all. */
const SPELLED = 4;

/** One difference in words: what stands there, and what stands in the draft. */
function change([there, here]) {
  const [from, to] = [flat(there).trim(), flat(here).trim()];
  if (from && to) return t('changedTo', { from, to });
  return from ? t('leftOut', { text: from }) : t('putIn', { text: to });
}

/** Why a place matched: exact, the same but for something, or how many edits. */
function whyMatched(pieces) {
  if (typeof pieces === 'string') return t('whyUnknown');
  const differing = DIFFERENCES.map((_, kind) => pieces.filter((piece) => typeof piece !== 'string' && piece[2] === kind));
  if (!differing.some((list) => list.length)) return t('whyExact');
  const spelled = (list) => {
    const words = [...new Set(list.map(change))];
    return listOf(words.slice(0, SPELLED)) + (words.length > SPELLED ? '…' : '');
  };
  const small = DIFFERENCES.slice(0, 4).filter((_, kind) => differing[kind].length).map((name) => t(`but_${name}`));
  const [values, edits] = [differing[4], differing[5]];
  const areNumbers = values.every(([there, here]) => /\d|[０-９]|[〇一二三四五六七八九十百千万亿]/.test(there) && /\d|[０-９]|[〇一二三四五六七八九十百千万亿]/.test(here));
  return [
    small.length ? t('sameBut', { what: small.join(t('and')) }) : null,
    values.length ? t(areNumbers ? 'numbersDiffer' : 'valuesDiffer', { n: values.length, list: spelled(values) }) : null,
    edits.length ? t('edits', { n: edits.length, list: spelled(edits) }) : null,
  ].filter(Boolean).join(language === 'zh' ? '；' : '; ');
}

/** The text of a place, what differs in thin boxes. */
function placeText(pieces) {
  if (typeof pieces === 'string') return [flat(pieces)];
  return pieces.map((piece) => {
    if (typeof piece === 'string') return flat(piece);
    const [there, here] = piece.map((part) => (typeof part === 'string' ? flat(part) : part));
    return h('span', { class: there.trim() ? 'diff' : 'diff lacks', title: here.trim() ? t('inDraft', { text: here }) : t('notInDraft') }, there);
  });
}

/** The best places, each with why it matched, then the other documents by name. */
function closestPart(finding, style) {
  const places = finding.closest.map(([name, line, before, pieces, after]) => h('li', {},
    h('span', { class: 'where' }, h('span', {}, docName(name)), h('span', {}, t('lineNo', { n: line }))),
    h('span', { class: 'why' }, whyMatched(pieces)),
    h('span', { class: 'context' }, h('span', { class: 'grey' }, flat(before)), h('span', { class: style }, placeText(pieces)), h('span', { class: 'grey' }, flat(after)))));
  const title = finding.code === 'TH004' ? 'whereFirst' : finding.others.length + finding.unnamed ? 'closest' : 'whereElse';
  const others = finding.others.map((index) => h('li', {}, docName(index)));
  if (finding.unnamed) others.push(h('li', { class: 'grey' }, t('andMore', { n: finding.unnamed })));
  return [
    places.length ? h('h3', {}, t(title, { n: places.length })) : null,
    places.length ? h('ol', { class: 'places' }, places) : null,
    others.length ? h('h3', {}, t(places.length ? 'alsoIn' : 'sourcesOnly')) : null,
    others.length ? h('ul', { class: 'names' }, others) : null,
  ];
}
