/** The pages of a check: a draft, its sections and sentences, all drafts, the method. The address holds v view, d document, s byte in it, f finding, l and r a stretch of bytes. */
const PARTS = isAlone ? {} : { sections: sectionsView, sentences: sentencesView };
const WHOLE = documents.length > 1 ? { drafts: draftTable, method: checkMethod } : { method: checkMethod };
const FRONT = documents.length > 1 ? 'drafts' : 'draft';

function viewOf(state) {
  if (Object.hasOwn(PARTS, state.v) && draftOf(state)) return state.v;
  if (documentIndex.has(state.d)) return 'draft';
  if (Object.hasOwn(WHOLE, state.v)) return state.v;
  return documents.length === 1 ? 'draft' : 'drafts';
}

/** The draft that an address shows. */
function draftOf(state) {
  if (documentIndex.has(state.d)) return documents[documentIndex.get(state.d)];
  return documents.length === 1 && state.v !== 'method' ? documents[0] : undefined;
}

let shown = null;

function render() {
  const state = params();
  const view = viewOf(state);
  const doc = draftOf(state);
  const key = [view, doc?.id, language].join('\n');
  if (key !== shown) {
    shown = key;
    rail(view, doc);
    const main = $('#main');
    const nodes = view === 'draft' ? draftView(doc) : Object.hasOwn(PARTS, view) ? PARTS[view](doc) : (WHOLE[view] ?? draftTable)();
    main.replaceChildren(...nodes.filter(Boolean));
    main.classList.remove('fade');
    requestAnimationFrame(() => main.classList.add('fade'));
    if (!state.s && !state.l) scrollTo(0, 0);
  }
  showSelection(state);
}

/** Makes the same view anew, at the same place. */
function rerender() {
  const at = scrollY;
  shown = null;
  render();
  scrollTo(0, at);
}

/** The panel for what the address selects: a finding, a span, or the list. */
function showSelection(state) {
  const view = viewOf(state);
  const doc = draftOf(state);
  markText(null);
  clearRange();
  document.body.classList.toggle('selected', view === 'draft' && (state.s !== undefined || state.f !== undefined));
  if (view !== 'draft' && view !== 'drafts') {
    $('#panel').hidden = true;
    return document.body.classList.remove('with-panel');
  }
  if (state.l !== undefined) showRange(doc, Number(state.l), Number(state.r ?? state.l));
  if (!doc || (state.s === undefined && state.f === undefined)) return openPanel(findingsPanel(doc));
  const at = Number(state.s);
  const found = state.s === undefined ? [DATA.findings[state.f]].filter(Boolean) : findingsAt(doc, at, state.f);
  const span = spansOf(doc).find((each) => each.start <= at && at < each.end);
  if (found.length) openPanel(findingPanel(doc, found[0], found.slice(1)));
  else if (span) openPanel(plainPanel(doc, span));
  else return openPanel(findingsPanel(doc));
  markText(found[0] && hasText(found[0]) ? found[0] : span);
}

/** Outlines the pieces of a range and gives its first one the tab stop of the text. */
function markText(range) {
  for (const each of document.querySelectorAll('.text .mark[aria-current]')) each.removeAttribute('aria-current');
  if (!range) return;
  const pieces = [...document.querySelectorAll('.text .mark')].filter((each) => Number(each.dataset.at) >= range.start && Number(each.dataset.at) < range.end);
  for (const piece of pieces) piece.setAttribute('aria-current', 'true');
  if (!pieces.length) return;
  $('.text .mark[tabindex="0"]')?.setAttribute('tabindex', '-1');
  pieces[0].setAttribute('tabindex', '0');
  reveal(pieces[0]);
}

function closePanel() {
  const state = params();
  const doc = draftOf(state);
  document.body.classList.remove('listed');
  replaceAndShow({ v: Object.hasOwn(PARTS, state.v) ? state.v : null, d: documentIndex.has(state.d) ? doc.id : null });
}

function rail(current, doc) {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  document.title = `${doc ? `${label(doc)} · ` : ''}${t(current)} · ${t('product')}`;
  $('#skip').textContent = t('skip');
  $('#rail').setAttribute('aria-label', t('pages'));
  $('#panel').setAttribute('aria-label', t('findings'));
  const link = (name, values) => h('a', { href: address(values), 'aria-current': name === current ? 'page' : null }, t(name));
  const id = doc && documents.length > 1 ? doc.id : null;
  $('#rail').replaceChildren(...[
    h('a', { class: 'name', href: address({ v: FRONT }) }, t('product'), h('small', {}, t('tagline'))),
    documents.length > 1 ? link('drafts', { v: 'drafts' }) : null,
    ...(doc || documents.length === 1 ? [link('draft', { v: 'draft', d: id }), ...Object.keys(PARTS).map((name) => link(name, { v: name, d: id }))] : []),
    link('method', { v: 'method' }),
    h('button', { class: 'list', onclick: () => document.body.classList.toggle('listed') }, t('findings')),
    h('span', { class: 'foot' },
      h('button', { id: 'language', lang: language === 'zh' ? 'en' : 'zh-Hans', onclick: () => { language = language === 'zh' ? 'en' : 'zh'; rerender(); } }, t('other')),
      h('button', { class: 'keys', onclick: help }, t('help'))),
  ].filter(Boolean));
}

const KEYS = [['j', 'keyNext'], ['k', 'keyPrevious'], ['a', 'keyAccept'], ['n', 'keyNew'], ['[ ]', 'keyDoc'], ['c', 'keyClasses'], ['Esc', 'keyFindings'], ['?', 'keyHelp']]
  .filter(([key]) => (key !== 'n' || tellsNew) && (key !== '[ ]' || documents.length > 1));

/** The findings that j and k go through. */
const inTextOrder = (doc) => findingsOf(doc).filter((each) => hasText(each) && isShown(each)).sort((a, b) => a.start - b.start || b.end - a.end);

/** The next or previous finding in the order of the text. */
function step(by) {
  const state = params();
  const doc = draftOf(state);
  if (!doc) return;
  const found = inTextOrder(doc);
  const chosen = selectedFinding();
  const current = found.indexOf(chosen);
  const next = current >= 0 ? current + by : by > 0 ? found.findIndex((each) => each.start > Number(state.s ?? -1)) : found.findLastIndex((each) => each.start < Number(state.s ?? Infinity));
  if (!found[next]) return;
  const values = { d: doc.id, s: found[next].start, f: found[next].index };
  if (viewOf(state) === 'draft') replaceAndShow(values);
  else go(values);
}

/** The finding that the panel is about. */
function selectedFinding() {
  const state = params();
  const doc = draftOf(state);
  if (state.s === undefined) return DATA.findings[state.f];
  return doc ? findingsAt(doc, Number(state.s), state.f)[0] : undefined;
}

function turnDocument(by) {
  const at = documentIndex.get(params().d);
  const next = documents[at === undefined ? (by > 0 ? 0 : documents.length - 1) : at + by];
  if (next) go({ d: next.id });
}

const ACTIONS = {
  j: () => step(1), k: () => step(-1), a: () => toggleAccepted(selectedFinding()), n: () => $('#only-new')?.click(),
  '[': () => turnDocument(-1), ']': () => turnDocument(1), c: toggleClasses, '?': help,
};

document.body.classList.add('check');
addEventListener('hashchange', render);
render();
