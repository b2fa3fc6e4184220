/** The selection as files: a table, JSON, an allow list. What they say is what `taohua phrases` writes. */
function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A cell of RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe. */
function csvCell(value) {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function phrasesCSV(list) {
  const head = ['id', 'kind', 'documents', 'occurrences', 'tokens', 'canonical', 'template'];
  const rows = list.map((family) => [family.id, family.kind, family.documents, family.occurrences, family.tokens, family.canonical, family.template]);
  // Spreadsheets know UTF-8 by its mark.
  return `\ufeff${[head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

function phrasesJSON(list, query) {
  const rows = list.map(({ id, kind, canonical, template: text, tokens, documents: sources, occurrences, nested, variants }) => ({
    id, kind, canonical, template: text, tokens, documents: sources, occurrences, nested,
    variants: variants.map(([variant, of, places]) => ({ text: variant, documents: of, occurrences: places })) }));
  return `${JSON.stringify({ tool: DATA.tool, settings, query, catalogue: DATA.familyCount, matching: list.length, families: rows }, null, 1)}\n`;
}

/** A basic string of TOML. */
const tomlString = (text) => JSON.stringify(text).replaceAll('\u007f', '\\u007f');

function phrasesAllowList(list) {
  const entries = list.map((family) => `\n[[allow]]\nid = "${family.id}"\nphrase = ${tomlString(family.canonical)}\nreason = "learned from ${family.documents} ${family.documents === 1 ? 'document' : 'documents'}"\n`);
  return `# An allow list of ${DATA.tool.name} ${DATA.tool.version}: give each a reason, and take away what may not be repeated.\n${entries.join('')}`;
}

function exportButtons(list, query) {
  const button = (key, action) => h('button', { 'data-export': key, disabled: !list.length, onclick: action }, t(key));
  return h('p', { class: 'export' }, h('span', { class: 'grey' }, t('exportSelection', { n: list.length })),
    button('exportCSV', () => save('phrases.csv', 'text/csv', phrasesCSV(list))),
    button('exportJSON', () => save('phrases.json', 'application/json', phrasesJSON(list, query))),
    button('exportAllow', () => save('allow.toml', 'application/toml', phrasesAllowList(list))));
}
