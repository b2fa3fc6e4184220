/** The sentences of a document by verdict; before them the longest stretches that were found nowhere else. */
/** What is the writer's own comes first. */
const VERDICT_ORDER = ['original', 'mixed', 'shared', 'copied', 'formula', 'mandated'];
const LONGEST = 10;

/** The longest stretches of a paragraph that were not found elsewhere; dots say where the paragraph goes on. */
function longestOriginal(doc) {
  const starts = paragraphStarts(doc);
  const letters = (from, to) => /[\p{L}\p{N}]/u.test(slice(doc, from, to));
  const found = [];
  for (let at = 0; at < doc.stretches.length && found.length < LONGEST; at += 3) {
    const [from, to, tokens] = doc.stretches.slice(at, at + 3);
    const begin = starts.findLast((start) => start <= from) ?? doc.base;
    const end = starts.find((start) => start > from) ?? doc.base + bytesOf(doc).length;
    const text = joinLines(slice(doc, from, to));
    found.push({ from, tokens, text: `${letters(begin, from) ? '…' : ''}${text}${letters(to, end) ? '…' : ''}` });
  }
  return found;
}

function sentenceList(doc) {
  const rows = sentencesOf(doc);
  const byVerdict = [...rows].sort((a, b) => VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict) || b.share - a.share || b.tokens - a.tokens || a.start - b.start);
  const counts = tally(rows.map((row) => row.verdict));
  const columns = [
    { name: 'colVerdict', value: (row) => VERDICT_ORDER.indexOf(row.verdict), cell: (row) => h('span', { class: VERDICT_STYLES[row.verdict] || null }, t(`verdict_${row.verdict}`)), style: 'verdict' },
    { name: 'colSentence', value: (row) => row.start, cell: (row) => [row.heading ? h('small', {}, t('heading')) : null, h('a', { href: address({ d: doc.id, s: row.start }) }, joinLines(slice(doc, row.start, row.end)))], style: 'sentence' },
    { name: 'colShareOf', style: 'num', largeFirst: true, value: (row) => row.share, cell: (row) => [percent(row.speaking, row.tokens), h('small', {}, `${number(row.speaking)} / ${number(row.tokens)}`)] },
  ];
  const summary = VERDICT_ORDER.filter((name) => counts.get(name)).map((name) => `${t(`verdict_${name}`)} ${number(counts.get(name))}`).join(', ');
  const longest = longestOriginal(doc);
  return [
    longest.length ? h('h2', {}, t('longest', { n: longest.length })) : null,
    longest.length ? h('p', { class: 'note' }, t('longestCaption', { n: documents.length })) : null,
    longest.length ? h('ol', { class: 'stretches' }, longest.map((each) => h('li', {}, h('a', { href: address({ d: doc.id, s: each.from }) }, each.text), h('small', {}, t('sizeValue', { n: each.tokens }))))) : null,
    h('h2', {}, t('tab_sentences')), sortableHere(byVerdict, columns, t('sentencesCaption', { n: rows.length, counts: summary })),
  ].filter(Boolean);
}
