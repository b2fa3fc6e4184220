/** The findings beside the text: those that matter most first; one of them with its sources. */
const FIRST = 10;
const findingState = { all: false };

const severityMark = (finding) => h('span', { class: `severity ${finding.severity}` }, t(finding.severity));
const quote = (finding) => joinLines(slice(documents[finding.document], finding.start, finding.end));
const hasText = (finding) => finding.document !== null && finding.end > finding.start;

function findingItem(finding) {
  const index = DATA.findings.indexOf(finding);
  const doc = documents[finding.document];
  const line = t('lineNo', { n: finding.line });
  const where = [t(finding.code), ` · ${documents.length > 1 && doc ? `${shortName(doc.id)}, ` : ''}${line}`, finding.new ? null : ` · ${t('known')}`].filter(Boolean);
  const content = [
    h('span', { class: 'where' }, severityMark(finding), h('span', {}, where)),
    hasText(finding) ? h('span', { class: 'quote' }, quote(finding)) : h('span', { class: 'quote' }, finding.path),
    h('span', { class: 'said' }, finding.message[language]),
  ];
  return h('li', {}, doc ? h('a', { href: address({ d: doc.id, s: hasText(finding) ? finding.start : null, f: index }) }, content) : h('div', {}, content));
}

/** All findings of a draft, or of all. */
function findingsPanel(doc) {
  const found = doc ? DATA.findings.filter((each) => each.document === null || each.document === documentIndex.get(doc.id)) : DATA.findings;
  const shown = findingState.all ? found : found.slice(0, FIRST);
  const rest = found.length - shown.length;
  return [
    h('h3', {}, t('findings')),
    found.length ? h('p', { class: 'note' }, rest ? t('firstShown', { shown: shown.length, n: found.length }) : t('countFound', { n: found.length })) : h('p', { class: 'note' }, t('noFindings')),
    h('ol', { class: 'findings' }, shown.map(findingItem)),
    rest ? h('p', { class: 'more' }, h('button', { onclick: () => { findingState.all = true; showSelection(params()); } }, t('restShown', { n: rest }))) : null,
  ];
}

/** The findings that cover a byte, those that matter most first; the chosen one before all. */
function findingsAt(doc, at, chosen) {
  const found = findingsOf(doc).filter((each) => each.start <= at && at < each.end);
  const first = DATA.findings[chosen];
  return first && found.includes(first) ? [first, ...found.filter((each) => each !== first)] : found;
}

function findingPanel(doc, finding, others) {
  const family = finding.family === null ? null : families[finding.family];
  return [
    h('button', { class: 'close', onclick: closePanel }, t('allFindings')),
    h('h3', {}, t(finding.code)), h('p', { class: 'small' }, severityMark(finding), ' ', h('span', { class: 'grey' }, `${finding.code} · ${t('lineNo', { n: finding.line })}`)),
    hasText(finding) ? h('p', { class: 'big' }, h('span', { class: findingStyle(finding) }, quote(finding))) : null,
    h('p', {}, finding.message[language]),
    family ? familyPart(finding, family) : null,
    ...placesPart(finding),
    h('h3', {}, t('whatToDo')), h('p', { class: 'small' }, t(`do${finding.code}`)),
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

function familyPart(finding, family) {
  const text = quote(finding);
  return h('div', {}, h('h3', {}, t(finding.similarity < 1 ? 'whatDiffers' : 'phraseOf')),
    finding.similarity < 1 ? h('p', { class: 'han' }, differing(family.canonical, text)) : null,
    h('p', { class: 'han' }, template(family)));
}

/** Where it stands too, in context; sources without a place by their names. */
function placesPart(finding) {
  const named = new Set(finding.places.map(([id]) => id));
  const others = finding.sources.filter((id) => !named.has(id));
  const title = finding.code === 'TH004' ? 'whereFirst' : 'whereElse';
  const flat = (part) => joinLines(part).replace(/\s*\n\s*/g, ' ');
  const items = finding.places.map(([id, line, before, text, after]) => h('li', {},
    h('span', { class: 'where' }, h('span', {}, id), line ? h('span', {}, t('lineNo', { n: line })) : null),
    text ? h('span', { class: 'context' }, h('span', { class: 'grey' }, flat(before)), h('span', { class: findingStyle({ ...finding, similarity: 1 }) }, flat(text)), h('span', { class: 'grey' }, flat(after))) : null));
  return [
    items.length ? h('h3', {}, t(title)) : null,
    items.length ? h('ol', { class: 'places' }, items) : null,
    others.length ? h('h3', {}, t('sourcesOnly')) : null,
    others.length ? h('ul', { class: 'places' }, others.map((id) => h('li', {}, id))) : null,
  ];
}

/** A span that is no finding: what it is. */
function plainPanel(doc, span) {
  const lengths = doc.k === settings.shingleLength.spaced && doc.k !== settings.shingleLength.unspaced ? 'spaced' : 'unspaced';
  const [title, why] = {
    shared: ['findShared', t('whyShared', { length: settings.sharedLength[lengths], n: span.sources })],
    repeated: ['findRepeated', t('whyRepeated', { k: doc.k })],
    allowed: ['findAllowed', t('whyAllowed')],
  }[span.name] ?? ['findStock', ''];
  return [
    h('button', { class: 'close', onclick: closePanel }, t('allFindings')),
    h('h3', {}, t(title)), h('p', { class: 'big' }, h('span', { class: spanStyle(span) }, joinLines(slice(doc, span.start, span.end)))),
    h('p', { class: 'note' }, why),
  ];
}
