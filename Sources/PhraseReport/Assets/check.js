/** The pages of a check: a draft, all drafts, the method. The address holds d document, s byte in it, f finding. */
const VIEWS = documents.length > 1 ? { drafts: draftTable, method: checkMethod } : { draft: () => (documents.length ? draftView(documents[0]) : draftTable()), method: checkMethod };
const FRONT = Object.keys(VIEWS)[0];

function viewOf(state) {
  if (documentIndex.has(state.d)) return 'document';
  return Object.hasOwn(VIEWS, state.v) ? state.v : FRONT;
}

/** The draft that an address shows. */
function draftOf(state) {
  if (documentIndex.has(state.d)) return documents[documentIndex.get(state.d)];
  return viewOf(state) === 'draft' ? documents[0] : undefined;
}

let shown = null;

function render() {
  const state = params();
  const view = viewOf(state);
  const doc = draftOf(state);
  const key = [doc ? doc.id : view, language].join('\n');
  if (key !== shown) {
    shown = key;
    rail(doc ? FRONT : view);
    const main = $('#main');
    main.replaceChildren(...(doc ? draftView(doc) : VIEWS[view]()).filter(Boolean));
    main.classList.remove('fade');
    requestAnimationFrame(() => main.classList.add('fade'));
    if (!state.s) scrollTo(0, 0);
  }
  showSelection(state);
}

/** The panel for what the address selects: a finding, a span, or the list. */
function showSelection(state) {
  const doc = draftOf(state);
  for (const each of document.querySelectorAll('.text .mark[aria-current]')) each.removeAttribute('aria-current');
  document.body.classList.toggle('selected', doc !== undefined && (state.s !== undefined || state.f !== undefined));
  if (viewOf(state) === 'method') {
    $('#panel').hidden = true;
    return document.body.classList.remove('with-panel');
  }
  if (!doc) return openPanel(findingsPanel());
  if (state.s === undefined && state.f === undefined) return openPanel(findingsPanel(doc));
  const at = Number(state.s);
  const found = state.s === undefined ? [DATA.findings[state.f]].filter(Boolean) : findingsAt(doc, at, state.f);
  const span = spansOf(doc).find((each) => each.start <= at && at < each.end);
  if (found.length) openPanel(findingPanel(doc, found[0], found.slice(1)));
  else if (span) openPanel(plainPanel(doc, span));
  else return openPanel(findingsPanel(doc));
  markText(found[0] && hasText(found[0]) ? found[0] : span);
}

function markText(range) {
  if (!range) return;
  const pieces = [...document.querySelectorAll('.text .mark')].filter((each) => Number(each.dataset.at) >= range.start && Number(each.dataset.at) < range.end);
  for (const piece of pieces) piece.setAttribute('aria-current', 'true');
  reveal(pieces[0]);
}

function closePanel() {
  const doc = draftOf(params());
  replace(doc ? { d: doc.id } : {});
  showSelection(params());
}

function rail(current) {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  document.title = `${documents.length === 1 ? label(documents[0]) : t(current)} · ${t('product')}`;
  $('#skip').textContent = t('skip');
  $('#rail').replaceChildren(
    h('a', { class: 'name', href: address({ v: FRONT }) }, t('product'), h('small', {}, t('tagline'))),
    ...Object.keys(VIEWS).map((name) => h('a', { href: address({ v: name }), 'aria-current': name === current ? 'page' : null }, t(name))),
    h('button', { class: 'list', onclick: () => document.body.classList.toggle('listed') }, t('findings')),
    h('span', { class: 'foot' },
      h('button', { onclick: () => { language = language === 'zh' ? 'en' : 'zh'; render(); } }, t('other')),
      h('button', { class: 'keys', onclick: help }, t('help'))));
}

const KEYS = [['j', 'keyNext'], ['k', 'keyPrevious'], ['[ ]', 'keyDoc'], ['c', 'keyClasses'], ['Esc', 'keyFindings'], ['?', 'keyHelp']];

/** The next or previous finding in the order of the text. */
function step(by) {
  const state = params();
  const doc = draftOf(state);
  if (!doc) return;
  const found = findingsOf(doc).filter(hasText).sort((a, b) => a.start - b.start || b.end - a.end);
  const current = found.indexOf(DATA.findings[state.f]);
  const next = current >= 0 ? current + by : by > 0 ? found.findIndex((each) => each.start > Number(state.s ?? -1)) : found.findLastIndex((each) => each.start < Number(state.s ?? Infinity));
  if (found[next]) replaceAndShow({ d: doc.id, s: found[next].start, f: DATA.findings.indexOf(found[next]) });
}

function turnDocument(by) {
  const at = documentIndex.get(params().d);
  const next = documents[at === undefined ? (by > 0 ? 0 : documents.length - 1) : at + by];
  if (next) go({ d: next.id });
}

const ACTIONS = { j: () => step(1), k: () => step(-1), '[': () => turnDocument(-1), ']': () => turnDocument(1), c: toggleClasses, '?': help };

document.body.classList.add('check');
addEventListener('hashchange', render);
render();
