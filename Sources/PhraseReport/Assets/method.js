/** Settings, definitions, what was skipped, how to repeat. */
function method() {
  const lengths = (value) => t('both', { a: value.unspaced, b: value.spaced });
  const rows = [
    [t('setCorpus'), t('corpusFact', { n: corpus.documents, sources: corpus.sources, bytes: corpus.bytes, tokens: corpus.tokens })],
    [t('setK'), lengths(settings.shingleLength)],
    [t('setD'), settings.minimumDocumentsIsDefault ? t('fromSize', { d: settings.minimumDocuments }) : String(settings.minimumDocuments)],
    [t('setB'), lengths(settings.borrowedLength)], [t('setS'), lengths(settings.sharedLength)],
    [t('setGroup'), t(settings.groupsNearDuplicates ? 'yes' : 'no')], [t('setSplit'), t(settings.splitsCompilations ? 'yes' : 'no')],
    [t('setVersion'), `${DATA.tool.name} ${DATA.tool.version}`],
    ...(settings.date ? [[t('setDate'), settings.date]] : []),
  ];
  return [
    h('h1', {}, t('method')), notes(),
    h('h2', {}, t('settings')), h('dl', { class: 'facts' }, rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    h('h2', {}, t('repeat')), h('p', {}, t('repeatText')), h('pre', {}, ['taohua audit', ...settings.arguments.map(shellWord), 'PATH...'].join(' ')),
    ...methodText(),
    h('h2', {}, t('definitions')), legend(null),
    h('dl', { class: 'prose' }, STRINGS[language].defs.flatMap(([word, meaning]) => [h('dt', {}, word), h('dd', {}, meaning)])),
    h('h2', {}, t('duplicates')), ...duplicateGroups(),
    h('h2', {}, t('skipped')), ...skippedFiles(),
  ];
}

/** A paragraph of method to paste into a paper, where the report has one. */
function methodText() {
  const text = DATA.methodText?.[language];
  return text ? [h('h2', {}, t('forPaper')), h('p', { class: 'prose han paste' }, text)] : [];
}

function duplicateGroups() {
  if (!corpus.duplicates.length) return [h('p', { class: 'grey' }, t('duplicatesNone'))];
  return corpus.duplicates.flatMap((group, index) => [
    h('h3', {}, t('group', { n: index + 1 })),
    ...group.map((id) => h('p', {}, h('a', { href: address({ d: id }) }, id))),
  ]);
}
