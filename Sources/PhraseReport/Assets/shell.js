/** What every page has: the address that holds its state, a panel, keys. A page brings `showSelection`, `closePanel`, `KEYS`, `ACTIONS`. */
const NAMES = ['v', 'p', 'd', 't', 's', 'f', 'l', 'r', 'q', 'sort'];

function params() {
  const search = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(NAMES.filter((name) => search.has(name)).map((name) => [name, search.get(name)]));
}

function address(values) {
  const pairs = NAMES.filter((name) => values[name] !== undefined && values[name] !== null && values[name] !== '');
  return `#${pairs.map((name) => `${name}=${encodeURIComponent(values[name])}`).join('&')}`;
}

const go = (values) => { location.hash = address(values); };
const replace = (values) => history.replaceState(null, '', address(values));
const replaceAndShow = (values) => { replace(values); showSelection(params()); };

function openPanel(nodes) {
  const panel = $('#panel');
  panel.replaceChildren(...nodes.filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add('with-panel');
}

/** Scrolls only if the element is out of sight, or behind the panel of a phone. */
function reveal(element) {
  if (!element) return;
  const box = element.getBoundingClientRect();
  const bottom = innerWidth <= 860 ? innerHeight / 2 : innerHeight;
  if (box.top >= 60 && box.bottom <= bottom - 20) return;
  scrollTo(0, scrollY + box.top - bottom / 3);
}

function help() {
  const dialog = $('#help');
  dialog.replaceChildren(h('h2', {}, t('keysTitle')),
    h('dl', { class: 'facts' }, KEYS.flatMap(([key, text]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, t(text))])),
    h('p', { class: 'more' }, h('button', { onclick: () => dialog.close() }, t('close'))));
  if (!dialog.open) dialog.showModal();
}

function toggleClasses() {
  const buttons = [...document.querySelectorAll('.legend button')];
  const anyOn = buttons.some((button) => button.getAttribute('aria-pressed') === 'true');
  for (const button of buttons) if ((button.getAttribute('aria-pressed') === 'true') === anyOn) button.click();
}

addEventListener('keydown', (event) => {
  if (event.key === 'Escape') { if (event.target.matches?.('input')) event.target.blur(); else closePanel(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.('input') || $('#help').open) return;
  const action = ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

/** What went wrong, in place of the view. */
function showFailure(error) {
  $('#main').replaceChildren(h('h1', {}, t('failed')), h('p', { class: 'notes' }, error.message));
}

/** A word of a command line, quoted where it must be. */
const shellWord = (word) => (/^[\w./=:,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

function skippedFiles() {
  if (!corpus.skipped.length) return [h('p', { class: 'grey' }, t('skippedNone'))];
  const rows = corpus.skipped.map((file) => h('tr', {}, h('td', {}, file.path), h('td', {}, file.reason)));
  return [scrollBox(t('skipped'), { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('colPath')), h('th', { scope: 'col' }, t('colReason')))), h('tbody', {}, rows)))];
}
