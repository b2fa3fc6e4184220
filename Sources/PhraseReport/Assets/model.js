/** The report: names of its documents, texts by byte offset, spans and places. */
const DATA = JSON.parse($('#data').textContent);
const CLASSES = ['original', 'repeated', 'shared', 'borrowed', 'stock', 'allowed'];
const KINDS = ['formula', 'term', 'title', 'quotation'];
const { corpus, settings, documents, families } = DATA;
const documentIndex = new Map(documents.map((each, index) => [each.id, index]));
const familyIndex = new Map(families.map((each, index) => [each.id, index]));

const count = (document, name) => document.classes[CLASSES.indexOf(name)];
const isName = (family) => family.kind === 'term' || family.kind === 'title';

/** The end of a path, the middle left out where it is long: its number must stay. */
function shortName(id) {
  const name = [...id.split('/').at(-1)];
  return name.length > 24 ? `${name.slice(0, 9).join('')}…${name.slice(-14).join('')}` : name.join('');
}

/** How often each of `texts` occurs. */
function tally(texts) {
  const counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

const partName = (document) => `${document.id.match(/#\d+$/)?.[0] ?? ''} ${document.title}`;
const titleCounts = tally(documents.map((each) => each.title));
const partCounts = tally(documents.map(partName));

/** What a document is called: its title; where several have the same, after its part or its file. */
function label(document) {
  if (!document.title) return shortName(document.id);
  if (titleCounts.get(document.title) === 1) return document.title;
  if (/#\d+$/.test(document.id) && partCounts.get(partName(document)) === 1) return partName(document);
  return `${shortName(document.id)} ${document.title}`;
}

/** Widths in ems: Han, kana and hangul take one, other characters about half. */
const charWidth = (char) => (char.codePointAt(0) >= 0x2E80 ? 1 : 0.56);
const textWidth = (text) => [...text].reduce((sum, char) => sum + charWidth(char), 0);

/** How many characters at its beginning each label shares with all labels of its series: with its neighbours in order, as far as they share six. */
const sharedBeginnings = (() => {
  const labels = [...new Set(documents.map(label))].sort().map((text) => [...text]);
  const common = (a, b) => {
    let index = 0;
    while (index < a.length && a[index] === b[index]) index += 1;
    return index;
  };
  const shared = new Map();
  for (let first = 0, last; first < labels.length; first = last) {
    let least = Infinity;
    for (last = first + 1; last < labels.length && common(labels[last - 1], labels[last]) >= 6; last += 1) {
      least = Math.min(least, common(labels[last - 1], labels[last]));
    }
    for (const chars of labels.slice(first, last)) {
      let length = Number.isFinite(least) ? least : 0;
      // No half of a number or word.
      while (length > 0 && /[0-9A-Za-z]/.test(chars[length - 1]) && /[0-9A-Za-z]/.test(chars[length] ?? '')) length -= 1;
      shared.set(chars.join(''), length);
    }
  }
  return shared;
})();

/** A label of at most `ems`: the beginning that its series shares goes first, then its end. */
function shortLabel(document, ems) {
  const text = label(document);
  if (textWidth(text) <= ems) return text;
  const shared = sharedBeginnings.get(text);
  let shown = shared > 1 ? '…' : '';
  const rest = [...text].slice(shared > 1 ? shared : 0);
  for (const [index, char] of rest.entries()) {
    if (index < rest.length - 1 && textWidth(shown) + charWidth(char) > ems - 1) return `${shown}…`;
    shown += char;
  }
  return shown;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const byteCache = new Map();

/** The bytes of a document's text. Offsets of the report are offsets in its file: less `base`. */
function bytesOf(document) {
  let bytes = byteCache.get(document);
  if (!bytes) byteCache.set(document, (bytes = encoder.encode(document.text)));
  return bytes;
}

/** The text from byte `start` to `end` of the file. */
function slice(document, start, end) {
  return decoder.decode(bytesOf(document).subarray(start - document.base, end - document.base));
}

/** Moves an offset back to the first byte of its character. */
function characterStart(document, offset) {
  const bytes = bytesOf(document);
  let index = Math.max(0, Math.min(offset - document.base, bytes.length));
  while (index > 0 && (bytes[index] & 0xc0) === 0x80) index -= 1;
  return index + document.base;
}

const UNSPACED = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff\u2018-\u201d\u2026]/;

/** Joins broken lines: with nothing between characters of unspaced scripts, else with a space. */
function joinLines(text, before = '', after = '') {
  return text.replace(/[ \t\r\u3000]*\n\s*/g, (_, index, whole) => {
    const left = whole[index - 1] ?? before;
    const right = whole.slice(index).match(/\S/)?.[0] ?? after;
    return UNSPACED.test(left) || UNSPACED.test(right) ? '' : ' ';
  });
}

/** Whether the text of a document is in words with spaces between them. */
const isSpaced = (document) => document.k === settings.shingleLength.spaced && document.k !== settings.shingleLength.unspaced;

const SPAN = 6;
const spanCache = new Map();

/** The spans of a document as objects. */
function spansOf(document) {
  let spans = spanCache.get(document);
  if (spans) return spans;
  spans = [];
  for (let at = 0; at < document.spans.length; at += SPAN) {
    const [start, end, kind, owner, sources, similarity] = document.spans.slice(at, at + SPAN);
    spans.push({ start, end, name: CLASSES[kind], owner, sources, similarity });
  }
  spanCache.set(document, spans);
  return spans;
}

const PLACE = 6;

/** The places of a family as objects. */
function placesOf(family) {
  const places = [];
  for (let at = 0; at < family.places.length; at += PLACE) {
    const [index, start, end, variant, line, column] = family.places.slice(at, at + PLACE);
    places.push({ document: documents[index], index, start, end, variant, line, column, context: family.contexts[at / PLACE] });
  }
  return places;
}

/** Few, many or nearly all sources: the three depths of a stock phrase. */
function depth(sources) {
  const share = sources / corpus.sources;
  return share >= 0.75 ? 'all' : share >= 0.25 ? 'many' : 'few';
}

/** The style names of a span: its class, and of stock its kind, depth and exactness. */
function spanStyle(span) {
  if (span.name !== 'stock') return `c-${span.name}`;
  const family = families[span.owner];
  if (family && isName(family)) return 'c-term';
  return `c-stock ${depth(span.sources)}${span.similarity < 1 ? ' variant' : ''}`;
}

/** A template cut before and after its outermost braces: an alternative may hold a slot. */
function templateParts(text) {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{' && depth++ === 0) parts.push('');
    parts[parts.length - 1] += character;
    if (character === '}' && --depth === 0) parts.push('');
  }
  return parts.filter(Boolean);
}

/** A template as nodes: its slots as boxes, its alternations underlined, in brackets what may lack. */
function template(family) {
  return templateParts(family.template).map((part) => {
    if (part === '{slot}') return h('span', { class: 'slot' }, '…');
    if (!part.startsWith('{')) return part;
    const choices = part.slice(1, -1).replaceAll('{slot}', '…').split('|');
    const words = choices.filter(Boolean).join(' / ');
    return h('span', { class: 'alt' }, choices.includes('') ? `(${words})` : words);
  });
}
