/** The language of `taohua phrases`: terms that must all hold, a leading `-` negates one, `"` makes text of it. */
const fold = (text) => text.replace(/[\uff01-\uff5e\uff61-\uff9f\uffe0-\uffe6]/g, (char) => char.normalize('NFKC'))
  .toLowerCase().replaceAll('ς', 'σ').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');
const RANGE_FIELDS = { df: (family) => family.documents, places: (family) => family.occurrences, len: (family) => family.tokens };

/** A term that says nothing. */
class MalformedTerm extends Error {}

/** `3`, `=3`, `>=3`, `>3`, `<=3`, `<3`, `3..10`, `3..`, `..10` as [first, last]; null for anything else. */
function numberRange(text) {
  const range = text.match(/^(\d{1,15})?\.\.(\d{1,15})?$/);
  if (range) {
    const [first, last] = [Number(range[1] ?? 0), Number(range[2] ?? Infinity)];
    return text !== '..' && first <= last ? [first, last] : null;
  }
  const [, sign, digits] = text.match(/^([<>=]*)(\d{1,15})$/) ?? [];
  const bound = Number(digits);
  const ranges = { '': [bound, bound], '=': [bound, bound], '>=': [bound, Infinity], '>': [bound + 1, Infinity], '<=': [0, bound], '<': bound ? [0, bound - 1] : null };
  return sign === undefined ? null : ranges[sign] ?? null;
}

/** The words of a query: white space ends one, unless it stands between quotation marks. */
function queryWords(query) {
  const words = query.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
  return words.map((raw) => {
    if ((raw.match(/"/g)?.length ?? 0) % 2) throw new MalformedTerm(t('queryQuote', { term: raw }));
    const negated = raw.startsWith('-');
    const rest = negated ? raw.slice(1) : raw;
    const text = rest.replaceAll('""', '\0').replaceAll('"', '').replaceAll('\0', '"');
    return { raw, negated, text, unquoted: rest.split('"')[0] };
  });
}

function testOf(word) {
  const [, name] = word.unquoted.match(/^([^:：]*)[:：]/) ?? [];
  const field = name === undefined ? null : fold(name);
  const value = word.text.slice((name ?? '').length + 1);
  const fail = (key, more = {}) => { throw new MalformedTerm(t(key, { term: word.raw, ...more })); };
  const numbers = () => numberRange(fold(value)) ?? fail('queryNumbers');
  const within = ([first, last], number) => first <= number && number <= last;
  const choice = (choices) => (choices.includes(fold(value)) ? fold(value) : fail('queryChoice', { choices: choices.join(', ') }));
  if (Object.hasOwn(RANGE_FIELDS, field)) {
    const range = numbers();
    return (family) => within(range, RANGE_FIELDS[field](family));
  }
  if (field === 'kind') { const kind = choice(KINDS); return (family) => family.kind === kind; }
  if (field === 'scope') { const scope = choice(['house', 'common']); return (family) => family.scope === scope; }
  if (field === 'year') {
    const range = numbers();
    const meant = documents.map((each) => each.years.some((year) => within(range, year)));
    return (family) => family.holders.some((index) => meant[index]);
  }
  const text = fold(field === 'doc' ? value : word.text);
  if (!text) fail('querySomething');
  if (field === 'doc') {
    const meant = documents.map((each) => fold(`${each.id}\n${each.title ?? ''}`).includes(text));
    return (family) => family.holders.some((index) => meant[index]);
  }
  return (family) => foldedTexts(family).some((each) => each.includes(text));
}

const foldedCache = new Map();

/** The texts of a phrase as queries compare them. */
function foldedTexts(family) {
  let texts = foldedCache.get(family);
  if (!texts) foldedCache.set(family, (texts = [...new Set([family.canonical, ...family.variants.map(([text]) => text)].map(fold))]));
  return texts;
}

/** The phrases that match every term. */
function matching(query) {
  const tests = queryWords(query).map((word) => [testOf(word), word.negated]);
  return families.filter((family) => tests.every(([test, negated]) => test(family) !== negated));
}
