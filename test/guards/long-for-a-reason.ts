/** Files and functions over the house limits, each with the reason why it is one idea all the same. */
export const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {
  'test/web/pages.test.ts':
    'every rule once over the one list of all pages and examples; split, the list would be walked from several places',
  'test/web/readers.test.ts':
    'one table a form, each field with every bad value and its sentence; a reader of forms looks here for all of them',
  'tools/build/curriculum/curriculum.ts#loadCurriculum':
    'the list of files of the curriculum in the order in which they are read and checked; one line a file',
  'simulate/population/world.ts#makeWorld':
    'where the parts of a simulated deployment are joined; each part is a file of its own, and the order of joining is what stands here',
  'simulate/population/people.ts#makeLife':
    'one life: whatever somebody does reads the links of the mails they got, so that all of it closes over the same few variables',
  'simulate/population/worker.ts#makeWorker':
    'one instance of a function: the turn it has, its stillness and its death are one state',
  'simulate/population/memory/memory-store.ts#makeMemoryStore':
    'the calls of the store port in their order, a few lines each',
  'test/program/layout/layout.test.ts':
    'the rules L1 to L6 as tables and properties over one oracle on dates',
  'views/mail/mail-view.ts':
    'one view a kind of mail, in the order of the kinds; the bodies share one request',
  'web/examples/data.ts': 'the examples of all pages as data, one after another',
  'local/aws/ses.ts#startSes':
    'one fake of the provider: its modes, its events and its mailbox are one state',
  'local/control/work-off.ts#makeWorkOff':
    'one move of the clock: what is due, what rings and what waits are closed over one state',
  'tools/build/build.ts#steps': 'the steps of the build in their order, with what each reads and writes',
  'views/mail/views.ts': 'what each kind of mail may know: one type a kind, looked up in one place',
};
