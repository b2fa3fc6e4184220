/** The sentences of a document by verdict; before them the longest stretches that were found nowhere else. */
/** What is the writer's own comes first. */
const VERDICT_ORDER = ['original', 'mixed', 'shared', 'copied', 'formula', 'mandated'];
const LONGEST = 10;

/** Stretches of a paragraph between passages that stand elsewhere, the longest first. */
function longestOriginal(doc) {
  const found = spansOf(doc).filter((span) => span.name !== 'repeated');
  const starts = paragraphStarts(doc);
  const end = doc.base + bytesOf(doc).length;
  const stretches = [];
  let next = 0;
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? end;
    let at = from;
    for (; next < found.length && found[next].start < to; next += 1) {
      stretches.push([at, found[next].start, at > from, true]);
      at = Math.max(at, found[next].end);
    }
    stretches.push([at, to, at > from, false]);
  }
  const measured = stretches.filter(([from, to]) => to - from > 30).map(([from, to, goesOnBefore, goesOnAfter]) => {
    const text = joinLines(slice(doc, from, to)).trim().replace(/^[\p{P}\s]+/u, '');
    return { from, text: `${goesOnBefore ? '…' : ''}${text}${goesOnAfter ? '…' : ''}`, length: text.match(/[\p{L}\p{N}]/gu)?.length ?? 0 };
  });
  return measured.sort((a, b) => b.length - a.length || a.from - b.from).slice(0, LONGEST);
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
    longest.length ? h('ol', { class: 'stretches' }, longest.map((each) => h('li', {}, h('a', { href: address({ d: doc.id, s: each.from }) }, each.text), h('small', {}, t('characters', { n: each.length }))))) : null,
    h('h2', {}, t('tab_sentences')), sortableHere(byVerdict, columns, t('sentencesCaption', { n: rows.length, counts: summary })),
  ].filter(Boolean);
}
