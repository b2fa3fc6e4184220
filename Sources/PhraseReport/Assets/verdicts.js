/** The sentences of a document with the verdict of each. */
const VERDICTS = ['formula', 'mandated', 'shared', 'copied', 'mixed', 'original'];
const VERDICT_CLASSES = { formula: ['stock'], mandated: ['allowed'], shared: ['shared'], copied: ['borrowed'], mixed: ['stock', 'allowed', 'shared', 'borrowed'], original: ['original', 'repeated'] };
const VERDICT_STYLES = { formula: 'c-stock many', mandated: 'c-allowed', shared: 'c-shared', copied: 'c-borrowed', mixed: 'c-stock few', original: '' };
const SENTENCE = 4 + CLASSES.length;

/** The sentences as objects; a heading is what stands first in a section, or before the body. */
function sentencesOf(doc) {
  // The numbering of a heading may be no token: its sentence begins after it.
  const headings = doc.sections.map((section) => section[2]);
  const rows = [];
  let next = 0;
  for (let at = 0; at < doc.sentences.length; at += SENTENCE) {
    const [start, end, verdict, tokens, ...classes] = doc.sentences.slice(at, at + SENTENCE);
    const name = VERDICTS[verdict];
    const speaking = VERDICT_CLASSES[name].reduce((sum, each) => sum + classes[CLASSES.indexOf(each)], 0);
    let heading = end <= (doc.body ?? 0);
    for (; next < headings.length && headings[next] <= start; next += 1) heading = true;
    rows.push({ start, end, tokens, classes, speaking, verdict: name, heading, share: speaking / (tokens || 1) });
  }
  return rows;
}
