/** Files and functions over the house limits, each with the reason why it is one idea all the same. */
export const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {
  'test/web/pages.test.ts':
    'every rule once over the one list of all pages and examples; split, the list would be walked from several places',
  'test/web/readers.test.ts':
    'one table a form, each field with every bad value and its sentence; a reader of forms looks here for all of them',
  'tools/build/curriculum.ts#loadCurriculum':
    'the list of files of the curriculum in the order in which they are read and checked; one line a file',
};
