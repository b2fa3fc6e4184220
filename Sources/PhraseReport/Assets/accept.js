/** Findings that the reader accepts: together they make the text of an allow list, which he copies. Nothing is kept but in the page. */
const accepted = new Map();

/** The text for .taohua/allow.toml, as `taohua allow` would write it; each entry once, its reason to be filled in. */
const allowText = () => [...new Set([...accepted.values()].map((finding) => finding.allow))].join('\n');

function toggleAccepted(finding) {
  if (!finding?.allow) return;
  if (accepted.has(finding.index)) accepted.delete(finding.index);
  else accepted.set(finding.index, finding);
  refreshAccepted();
}

/** Brings every button and box up to date, without a new panel: the place in the list is kept. */
function refreshAccepted() {
  for (const button of document.querySelectorAll('button[data-accept]')) setAccepted(button, accepted.has(Number(button.dataset.accept)));
  const box = $('#allow');
  if (box) box.replaceChildren(...allowParts());
}

function setAccepted(button, isAccepted) {
  button.setAttribute('aria-pressed', String(isAccepted));
  button.textContent = t(isAccepted ? 'acceptedButton' : 'acceptButton');
  button.closest('li')?.classList.toggle('accepted', isAccepted);
}

/** The button beside a finding; none where no entry of an allow list would help. */
function acceptButton(finding) {
  if (!finding.allow) return null;
  const button = h('button', { class: 'accept', 'data-accept': finding.index, 'aria-label': t('acceptLabel', { text: hasText(finding) ? quote(finding) : finding.path }), onclick: () => toggleAccepted(finding) });
  setAccepted(button, accepted.has(finding.index));
  return button;
}

function allowParts() {
  if (!accepted.size) return [];
  const text = allowText();
  const area = h('textarea', { readonly: true, rows: Math.min(12, text.split('\n').length), spellcheck: 'false', 'aria-label': t('allowLabel'), onfocus: () => area.select() });
  area.value = text;
  const said = h('span', { class: 'grey', role: 'status' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      area.select();
      if (!document.execCommand('copy')) { said.textContent = t('copyByHand'); return; }
    }
    said.textContent = t('copiedNow');
  };
  return [
    h('h3', {}, t('allowTitle')), h('p', { class: 'note', 'aria-live': 'polite' }, t('allowNote', { n: new Set([...accepted.values()].map((each) => each.allow)).size })),
    area, h('p', { class: 'actions' }, h('button', { class: 'copy', onclick: copy }, t('copy')), h('button', { onclick: () => { accepted.clear(); refreshAccepted(); } }, t('acceptNone')), said),
  ];
}

const allowBox = () => h('section', { id: 'allow', 'aria-label': t('allowTitle') }, ...allowParts());
