/** The findings beside the text: those that matter most first; one of them with its sources. */
/** So many more are shown at a time. */
const MORE = 100;

const severityMark = (finding) => h('span', { class: `severity ${finding.severity}` }, t(finding.severity));
const quote = (finding) => joinLines(slice(documents[finding.document], finding.start, finding.end));
const newMark = (finding) => (tellsNew ? h('span', { class: finding.new ? 'novelty new' : 'novelty' }, t(finding.new ? 'isNew' : 'known')) : null);

function findingItem(finding) {
  const doc = documents[finding.document];
  const where = [t(finding.code), ' · ', documents.length > 1 && doc ? `${shortName(doc.id)}, ` : '', t('lineNo', { n: finding.line })];
  const content = [
    h('span', { class: 'where' }, severityMark(finding), newMark(finding), h('span', {}, where)),
    hasText(finding) ? h('span', { class: 'quote' }, quote(finding)) : h('span', { class: 'quote' }, finding.path),
    h('span', { class: 'said' }, finding.message[language]),
  ];
  const link = doc ? h('a', { href: address({ d: doc.id, s: hasText(finding) ? finding.start : null, f: finding.index }) }, content) : h('div', {}, content);
  return h('li', { class: accepted.has(finding.index) ? 'accepted' : null, 'data-index': finding.index }, link, acceptButton(finding));
}

/** The findings of a draft, or of all, that are shown. */
function listedFindings(doc) {
  const index = doc ? documentIndex.get(doc.id) : null;
  return DATA.findings.filter((each) => isShown(each) && (!doc || each.document === null || each.document === index));
}

function onlyNewSwitch(doc) {
  if (!tellsNew) return null;
  const known = DATA.findings.length - DATA.findings.filter((each) => each.new).length;
  return h('p', {}, h('button', { class: 'switch', role: 'switch', id: 'only-new', 'aria-checked': String(findingState.onlyNew), onclick: () => {
    findingState.onlyNew = !findingState.onlyNew;
    rerender();
    $('#only-new')?.focus();
  } }, t('onlyNew', { n: known })));
}

function findingsPanel(doc) {
  const found = listedFindings(doc);
  const shown = Math.min(found.length, findingState.shown);
  const said = !found.length ? t(findingState.onlyNew ? 'noNewFindings' : 'noFindings') : shown < found.length ? t('firstShown', { shown, n: found.length }) : t('countFound', { n: found.length });
  const list = h('ol', { class: 'findings' }, found.slice(0, shown).map(findingItem));
  const status = h('p', { class: 'note', role: 'status' }, said);
  const more = h('p', { class: 'more' });
  const offer = () => {
    const rest = found.length - list.children.length;
    more.replaceChildren(...(rest > 0 ? [h('button', { onclick: () => {
      list.append(...found.slice(list.children.length, list.children.length + MORE).map(findingItem));
      findingState.shown = list.children.length;
      status.textContent = rest > MORE ? t('firstShown', { shown: list.children.length, n: found.length }) : t('countFound', { n: found.length });
      offer();
    } }, rest > MORE ? t('showMore', { n: MORE }) : t('restShown', { n: rest }))] : []));
  };
  offer();
  return [h('h2', {}, t('findings')), onlyNewSwitch(doc), status, allowBox(), list, more];
}

/** The findings that cover a byte, those that matter most first; the chosen one before all. */
function findingsAt(doc, at, chosen) {
  const found = findingsOf(doc).filter((each) => each.start <= at && at < each.end);
  const first = DATA.findings[chosen];
  return first && found.includes(first) ? [first, ...found.filter((each) => each !== first)] : found;
}

/** Back to all findings, and to the one before and after. */
function panelHead(doc, finding) {
  const order = inTextOrder(doc);
  const at = order.indexOf(finding);
  const turn = (by, key, sign) => h('button', { 'aria-label': t(key), title: t(key), disabled: !order[at + by], onclick: () => step(by) }, sign);
  return h('p', { class: 'head' }, h('button', { class: 'back', onclick: closePanel }, t('allFindings')),
    at >= 0 ? h('span', { class: 'turns' }, turn(-1, 'keyPrevious', '←'), h('span', { class: 'grey', role: 'status' }, t('nth', { at: at + 1, n: order.length })), turn(1, 'keyNext', '→')) : null);
}

function findingPanel(doc, finding, others) {
  const family = finding.family === null ? null : families[finding.family];
  return [
    panelHead(doc, finding),
    h('h2', {}, t(finding.code)), h('p', { class: 'small' }, severityMark(finding), newMark(finding), ' ', h('span', { class: 'grey' }, `${finding.code} · ${t('lineNo', { n: finding.line })}`)),
    hasText(finding) ? h('p', { class: 'big' }, h('span', { class: findingStyle(finding) }, quote(finding))) : null,
    h('p', { class: 'small' }, finding.inSources ? t('inSources', { n: finding.inSources[0], sources: finding.inSources[1] }) : finding.message[language]),
    family ? h('p', { class: 'phrase small' }, t('phraseOf'), ' ', h('span', { class: 'han' }, template(family))) : null,
    h('p', { class: 'small' }, t(`do${finding.code}`)),
    acceptButton(finding), allowBox(),
    ...closestPart(finding, findingStyle({ ...finding, similarity: 1 })),
    others.length ? h('h3', {}, t('moreHere')) : null,
    others.length ? h('ol', { class: 'findings' }, others.map(findingItem)) : null,
  ];
}

function findingStyle(finding) {
  const names = { TH001: 'stock', TH002: 'stock', TH003: 'borrowed', TH004: 'repeated' };
  if (finding.code === 'TH006') return 'left-over';
  if (finding.code === 'TH007') return 'misquoted';
  const family = families[finding.family];
  return spanStyle({ name: names[finding.code] ?? 'allowed', owner: finding.family, sources: family?.documents ?? 0, similarity: finding.similarity });
}

/** A span that is no finding: what it is. */
function plainPanel(doc, span) {
  const lengths = doc.k === settings.shingleLength.spaced && doc.k !== settings.shingleLength.unspaced ? 'spaced' : 'unspaced';
  const [title, why] = {
    shared: ['findShared', t('whySharedDraft', { length: settings.sharedLength[lengths] })],
    repeated: ['findRepeated', t('whyRepeated', { k: doc.k })],
    allowed: ['findAllowed', t('whyAllowed')],
    borrowed: ['findBorrowed', ''],
  }[span.name] ?? ['findStock', ''];
  const sources = DATA.shared.find((each) => each.document === documentIndex.get(doc.id) && each.start === span.start);
  return [
    h('p', { class: 'head' }, h('button', { class: 'back', onclick: closePanel }, t('allFindings'))),
    h('h2', {}, t(title)), h('p', { class: 'big' }, h('span', { class: spanStyle(span) }, joinLines(slice(doc, span.start, span.end)))),
    h('p', { class: 'note' }, why),
    ...(sources ? closestPart(sources, spanStyle(span)) : []),
  ];
}
