/** Places in context, one under another, aligned on the phrase. */
const CONTEXT = 72;
const KWIC_ROWS = 100;

/** The text before, in and after a place, and that of its slots; null where the page does not have it. */
function contextOf(place) {
  if (place.context) {
    const [before, text, after, ...slots] = place.context;
    return { before, text: joinLines(text), after, slots };
  }
  const doc = place.document;
  if (doc.text === undefined) return null;
  const end = doc.base + bytesOf(doc).length;
  return {
    before: slice(doc, characterStart(doc, Math.max(doc.base, place.start - CONTEXT)), place.start),
    text: joinLines(slice(doc, place.start, place.end)),
    after: slice(doc, place.end, characterStart(doc, Math.min(end, place.end + CONTEXT))),
    slots: slotsIn(doc, place.start, place.end).map(([from, to]) => slice(doc, from, to)),
  };
}

/** The slots of a document that lie in a range, as [start, end]. */
function slotsIn(doc, start, end) {
  const found = [];
  for (let at = 0; at < doc.slots.length; at += 2) if (doc.slots[at] >= start && doc.slots[at + 1] <= end) found.push([doc.slots[at], doc.slots[at + 1]]);
  return found;
}

/** Resolves when the places of a family and the texts around the first `limit` of them are there. */
async function needContexts(family, limit) {
  await need(family);
  if (DATA.form === 'whole') await need(...placesOf(family).slice(0, limit).map((place) => place.document));
}

/** The places of a family; `here` is left out. `wide` gives each a line of its own, with its document before it. */
function kwic(family, { here = null, wide = false } = {}) {
  const style = spanStyle({ name: 'stock', owner: familyIndex.get(family.id), sources: family.documents, similarity: 1 });
  const list = h('ol', { class: wide ? 'kwic wide-kwic' : 'kwic' });
  const note = h('p', { class: 'note' });
  const more = h('p', { class: 'more' });
  let shown = 0;
  const show = async () => {
    const end = shown + KWIC_ROWS;
    await needContexts(family, end);
    const places = placesOf(family).filter((place) => !here || place.document !== here.document || place.start !== here.start);
    list.append(...places.slice(shown, end).map((place) => h('li', {}, kwicLine(family, place, style, wide))));
    shown = Math.min(end, places.length);
    const others = family.occurrences - (here ? 1 : 0);
    note.textContent = shown < others ? t('placesShown', { shown, n: others }) : '';
    more.replaceChildren(...(shown < places.length ? [h('button', { onclick: show }, t('showMore', { n: Math.min(KWIC_ROWS, places.length - shown) }))] : []));
  };
  show().catch(showFailure);
  return h('div', {}, note, list, more);
}

function kwicLine(family, place, style, wide) {
  const where = h('span', { class: 'where' }, h('span', { title: place.document.id }, label(place.document)), h('span', {}, `${place.line}:${place.column}`));
  const href = address({ d: place.document.id, s: place.start });
  const context = contextOf(place);
  if (!context) return h('a', { href }, where, h('span', { class: 'line plain' }, family.variants[place.variant]?.[0] ?? family.canonical));
  const flat = (part) => part.replace(/\s*\n\s*/g, ' ');
  const long = !wide && [...family.canonical].length > 12;
  return h('a', { href }, where, h('span', { class: `line${long ? ' long' : ''}` },
    h('span', { class: 'l' }, h('span', {}, flat(context.before))),
    h('span', { class: 'from' }, h('span', { class: style }, context.text), h('span', { class: 'r' }, flat(context.after)))));
}
