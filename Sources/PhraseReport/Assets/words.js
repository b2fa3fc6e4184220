/** Words and numbers in the reader's language. */
let language = DATA.language ?? (/^zh/i.test(navigator.language || '') ? 'zh' : 'en');

const formats = { en: new Intl.NumberFormat('en'), zh: new Intl.NumberFormat('zh-CN') };
const number = (value) => (typeof value === 'number' ? formats[language].format(value) : value);

/** The sentence `key` with `values` filled in. */
function t(key, values = {}) {
  return STRINGS[language][key].replace(/\{(\w+)(?:\?([^|}]*)\|([^}]*))?\}/g, (hole, name, one, many) =>
    one === undefined ? String(number(values[name])) : values[name] === 1 ? one : many);
}

/** `part` of `whole` in percent; what is not nothing never reads as 0.0 %. */
function percent(part, whole, digits = 1) {
  if (!whole) return '–';
  const scale = 10 ** digits;
  const steps = Math.round((part * 100 * scale) / whole);
  if (steps === 0 && part > 0) return `<${(1 / scale).toFixed(digits)}\u202f%`;
  if (steps === 100 * scale && part < whole) return `>${(100 - 1 / scale).toFixed(digits)}\u202f%`;
  return `${(steps / scale).toFixed(digits)}\u202f%`;
}
