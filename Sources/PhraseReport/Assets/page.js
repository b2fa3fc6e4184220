/** The address holds the state: v view, p phrase, d document, t what of it, s byte in it, l and r a pair, q query, sort. */
const VIEWS = { overview, phrases, documents: documentList, overlap, method };

/** Which view an address asks for. */
function viewOf(state) {
  if (documentIndex.has(state.l) && documentIndex.has(state.r) && hasTexts) return 'pair';
  if (documentIndex.has(state.d)) return 'document';
  if (familyIndex.has(state.p)) return state.v === 'phrase' ? 'phrase' : 'phrases';
  return Object.hasOwn(VIEWS, state.v) ? state.v : 'overview';
}

const tabOf = (state) => (TABS.includes(state.t) ? state.t : 'text');

/** What a view needs beside the catalogue. */
function neededBy(view, state) {
  if (view === 'pair') return [state.l, state.r].map((id) => documents[documentIndex.get(id)]);
  return view === 'document' ? [documents[documentIndex.get(state.d)]] : [];
}

function content(view, state) {
  if (view === 'pair') return sideBySide(...neededBy(view, state), state.p);
  if (view === 'document') return documentView(documents[documentIndex.get(state.d)], tabOf(state));
  if (view === 'phrase') return phrasePage(families[familyIndex.get(state.p)]);
  return VIEWS[view](state.q);
}

let shown = null;
let turns = 0;

/** Shows what the address says; only the selection changes where the view stays the same. */
async function render() {
  const state = params();
  const view = viewOf(state);
  const part = { document: [state.d, tabOf(state)], pair: [state.l, state.r, state.p], phrase: [state.p] }[view] ?? [];
  const key = [view, language, ...part].join('\n');
  if (key !== shown) {
    turns += 1;
    const turn = turns;
    const main = $('#main');
    main.setAttribute('aria-busy', 'true');
    try {
      await need(...neededBy(view, state));
      // Another address may have been asked for meanwhile.
      if (turn !== turns) return;
      rail(view);
      main.replaceChildren(...content(view, state).filter(Boolean));
      shown = key;
      main.classList.remove('fade');
      requestAnimationFrame(() => main.classList.add('fade'));
      if (!state.s) scrollTo(0, 0);
    } catch (error) {
      shown = null;
      showFailure(error);
      throw error;
    } finally {
      if (turn === turns) main.removeAttribute('aria-busy');
    }
  }
  showSelection(params());
}

/** The panel and the mark for what the address selects. */
function showSelection(state) {
  const view = viewOf(state);
  if (view === 'phrases' && familyIndex.has(state.p)) {
    openPanel(familyPanel(families[familyIndex.get(state.p)]));
    markRow(state.p);
    reveal($(`tr[data-id="${state.p}"]`));
  } else if (view === 'document' && tabOf(state) === 'text' && state.s !== undefined && hasTexts) {
    selectSpan(documents[documentIndex.get(state.d)], Number(state.s));
  } else {
    hidePanel();
    markRow(null);
  }
}

/** Opening marks stand before the first token of a passage: a place may begin so many bytes before its span. */
const MARKS = 8;

function selectSpan(doc, at) {
  const spans = spansOf(doc);
  const span = spans.find((each) => each.start <= at && at < each.end) ?? spans.find((each) => each.start >= at && each.start - at <= MARKS);
  for (const each of document.querySelectorAll('.text .mark[aria-current]')) each.removeAttribute('aria-current');
  if (!span) {
    hidePanel();
    reveal([...document.querySelectorAll('.text > [data-start]')].findLast((each) => Number(each.dataset.start) <= at));
    return;
  }
  openPanel(spanPanel(doc, span));
  const pieces = document.querySelectorAll(`.text .mark[data-at="${span.start}"]`);
  for (const piece of pieces) piece.setAttribute('aria-current', 'true');
  reveal(pieces[0]);
}

function hidePanel() {
  $('#panel').hidden = true;
  document.body.classList.remove('with-panel');
}

function closePanel() {
  const { p, s: at, ...rest } = params();
  replace(p ? { ...rest, v: 'phrases' } : rest);
  showSelection(params());
  for (const each of document.querySelectorAll('.text .mark[aria-current]')) each.removeAttribute('aria-current');
}

function rail(view) {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  const current = { document: 'documents', pair: 'overlap', phrase: 'phrases' }[view] ?? view;
  document.title = `${t(current)} · ${t('product')}`;
  $('#skip').textContent = t('skip');
  $('#rail').replaceChildren(
    h('a', { class: 'name', href: address({ v: 'overview' }) }, t('product'), h('small', {}, t('tagline'))),
    ...Object.keys(VIEWS).map((name) => h('a', { href: address({ v: name }), 'aria-current': name === current ? 'page' : null }, t(name))),
    h('span', { class: 'foot' },
      h('button', { onclick: () => { language = language === 'zh' ? 'en' : 'zh'; render(); } }, t('other')),
      h('button', { class: 'keys', onclick: help }, t('help'))));
}

const KEYS = [['/', 'keySearch'], ['j', 'keyNext'], ['k', 'keyPrevious'], ['[ ]', 'keyDoc'], ['c', 'keyClasses'], ['Esc', 'keyClose'], ['?', 'keyHelp']];

/** The next or previous phrase or finding. */
function step(by) {
  const state = params();
  if (viewOf(state) === 'phrase') {
    const next = families[familyIndex.get(state.p) + by];
    if (next) go({ v: 'phrase', p: next.id });
    return;
  }
  if (viewOf(state) === 'document') {
    const doc = documents[documentIndex.get(state.d)];
    const spans = doc.text === undefined ? [] : spansOf(doc);
    const at = state.s === undefined ? -1 : spans.findIndex((span) => Number(state.s) < span.end);
    const next = spans[state.s === undefined && by < 0 ? spans.length - 1 : at + by];
    if (next) replaceAndShow({ d: doc.id, s: next.start });
    return;
  }
  const rows = [...document.querySelectorAll('tr.row[data-id]')];
  const at = rows.findIndex((row) => row.dataset.id === state.p);
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  if (next && viewOf(state) === 'phrases') replaceAndShow({ ...state, v: 'phrases', p: next.dataset.id });
  else if (next) next.click();
}

function turnDocument(by) {
  const at = documentIndex.get(params().d);
  const next = documents[at === undefined ? (by > 0 ? 0 : documents.length - 1) : at + by];
  if (next) go({ d: next.id, t: params().t });
}

const ACTIONS = {
  j: () => step(1), k: () => step(-1), '[': () => turnDocument(-1), ']': () => turnDocument(1), c: toggleClasses, '?': help,
  '/': () => { if (!$('#search')) go({ v: 'phrases' }); setTimeout(() => $('#search')?.focus(), 0); },
};

addEventListener('hashchange', render);
render();
