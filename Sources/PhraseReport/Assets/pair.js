/** Two texts side by side; what they have in common bears the same number on both sides. */
function commonMarks(left, right) {
  const passages = passagesBetween(left, right).map((each) => ({ style: 'c-borrowed', left: [each.left], right: [each.right] }));
  const stock = (doc) => Map.groupBy(spansOf(doc).filter((span) => span.name === 'stock'), (span) => span.owner);
  const there = stock(right);
  const phrasesOf = [...stock(left)].filter(([owner]) => there.has(owner)).map(([owner, spans]) => ({
    owner, style: spanStyle({ ...spans[0], similarity: 1 }), left: spans.map((span) => [span.start, span.end]), right: there.get(owner).map((span) => [span.start, span.end]) }));
  const all = [...passages, ...phrasesOf].sort((a, b) => a.left[0][0] - b.left[0][0]);
  const side = (name) => withoutOverlap(all.flatMap((each, index) => each[name].map(([start, end]) => ({ start, end, style: each.style, number: index + 1, owner: each.owner }))));
  return { left: side('left'), right: side('right'), count: all.length };
}

/** Sorted by start; of two that overlap the longer stays. */
function withoutOverlap(marks) {
  const kept = [];
  for (const mark of marks.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || last.end <= mark.start) kept.push(mark);
    else if (mark.end - mark.start > last.end - last.start) kept[kept.length - 1] = mark;
  }
  return kept;
}

function markNumber(wanted, lit) {
  for (const each of document.querySelectorAll('.two .mark')) each.classList.toggle('lit', lit && Number(each.dataset.number) === wanted);
}

function sideBySide(left, right, phrase) {
  const marks = commonMarks(left, right);
  const column = (doc, own, other) => annotated(doc, own, (mark, content) => {
    const choose = () => {
      const target = document.querySelector(`.${other} [data-number="${mark.number}"]`);
      for (const each of document.querySelectorAll('.two .mark')) each.toggleAttribute('aria-current', false);
      for (const each of document.querySelectorAll(`.two [data-number="${mark.number}"]`)) each.setAttribute('aria-current', 'true');
      target?.scrollIntoView({ block: 'center' });
    };
    return h('span', { class: `mark ${mark.style}`, tabindex: 0, role: 'button', 'data-number': mark.number, 'data-owner': mark.owner,
      onclick: choose, onkeydown: (event) => { if (event.key === 'Enter') choose(); },
      onmouseenter: () => markNumber(mark.number, true), onmouseleave: () => markNumber(mark.number, false) }, h('sup', { class: 'no' }, String(mark.number)), content);
  });
  const box = (name, doc, own, other) => h('div', { class: name }, h('h2', {}, h('a', { href: address({ d: doc.id }) }, label(doc))),
    h('p', { class: 'note' }, t('pairShare', { share: percent(markedLength(doc, own), contentLength(doc.text)), n: markedLength(doc, own), all: contentLength(doc.text) })), column(doc, own, other));
  if (phrase !== undefined) requestAnimationFrame(() => document.querySelector(`.two .left [data-owner="${familyIndex.get(phrase)}"]`)?.click());
  return [h('h1', {}, t('pairTitle')), h('p', { class: 'note' }, t('pairCaption', { n: marks.count }), ' ', h('a', { href: address({ l: right.id, r: left.id }) }, t('swap'))),
    h('div', { class: 'two' }, box('left', left, marks.left, 'right'), box('right', right, marks.right, 'left'))];
}

const contentLength = (text) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const markedLength = (doc, marks) => marks.reduce((sum, mark) => sum + contentLength(slice(doc, mark.start, mark.end)), 0);
