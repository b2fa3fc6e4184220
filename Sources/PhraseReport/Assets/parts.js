/** Texts and places come in parts: read when a view needs them, from the page itself or from a file beside it. */
const partElements = document.querySelectorAll('script.part');
const loadedParts = new Map();

/** What the file of a part calls. */
function takePart(index, part) {
  for (const { index: at, ...rest } of part.documents) Object.assign(documents[at], rest);
  for (const { index: at, ...rest } of part.families) Object.assign(families[at], rest);
}

function loadFile(index) {
  const name = `${DATA.folder}/${DATA.files[index]}`;
  return new Promise((resolve, reject) => {
    const script = h('script', { src: name.split('/').map(encodeURIComponent).join('/') });
    script.addEventListener('load', () => { script.remove(); resolve(); });
    script.addEventListener('error', () => { loadedParts.delete(index); reject(new Error(t('partMissing', { name }))); });
    document.head.append(script);
  });
}

function loadPart(index) {
  if (!loadedParts.has(index)) {
    const load = DATA.form === 'folder' ? loadFile(index) : Promise.resolve(takePart(index, JSON.parse(partElements[index].textContent)));
    loadedParts.set(index, load);
  }
  return loadedParts.get(index);
}

/** Resolves when the texts and places of `things`, documents or phrases, are there. */
function need(...things) {
  const parts = new Set(things.map((each) => each.part).filter((part) => part !== null));
  return Promise.all([...parts].map(loadPart));
}

const hasTexts = DATA.form !== 'shortened';
