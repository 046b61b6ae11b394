/**
 * The walls of the project (docs/decisions, "layout and walls"): which folder may see which. Every rule has a
 * canary in test/guards/walls.test.ts. Paths are relative to the tree that is cruised; packages may lie any
 * number of folders above it.
 */
const pkg = (names) => `(^|/)node_modules/(${names})/`;
const PRODUCT = '^(program|views|emails|web|functions|infra|curriculum)/';
const WORKSHOP = '^(local|simulate|cli|tools|test)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'programme-is-pure',
      comment:
        'program/ imports itself and zod: clock, chance, environment, log and network arrive as arguments.',
      severity: 'error',
      from: { path: '^program/' },
      to: { pathNot: ['^program/', pkg('zod'), pkg('temporal-polyfill|temporal-spec')] },
    },
    {
      name: 'zones-in-one-file',
      comment: 'Zone arithmetic lives in program/calendar.ts alone.',
      severity: 'error',
      from: { path: '^(program|views|emails|web|functions)/', pathNot: '^program/calendar\\.ts$' },
      to: { path: pkg('temporal-polyfill|temporal-spec') },
    },
    {
      name: 'views-are-pure',
      comment: 'views/ imports program/ and itself: what a mail, a page or an export may know.',
      severity: 'error',
      from: { path: '^views/' },
      to: { pathNot: ['^views/', '^program/'] },
    },
    {
      name: 'mails-are-pure',
      comment:
        'emails/ imports views/, program/ and itself; the words of the curriculum reach it inside the view.',
      severity: 'error',
      from: { path: '^emails/' },
      to: { pathNot: ['^emails/', '^program/', '^views/'] },
    },
    {
      name: 'pages-are-pure',
      comment:
        "web/ imports views/, program/, itself and hono's HTML helper; the words reach it inside the view.",
      severity: 'error',
      from: { path: '^web/' },
      to: {
        pathNot: [
          '^web/',
          '^program/',
          '^views/',
          '(^|/)node_modules/hono/dist/(types/)?(helper/html|utils/html)',
        ],
      },
    },
    {
      name: 'looks-see-views',
      comment:
        'Mails and pages see of the programme answers, course, kernel and calendar; types of a plan besides. ' +
        'What they know of a person reaches them in a view.',
      severity: 'error',
      from: { path: '^(emails|web)/' },
      to: {
        path: '^program/',
        pathNot: '^program/(answers|course|kernel)/|^program/calendar\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'looks-know-no-participant',
      comment: 'Not even as types, but for the kinds of mails, which name the folders of emails/.',
      severity: 'error',
      from: { path: '^(emails|web)/' },
      to: { path: '^program/participant/', pathNot: '^program/participant/mail-kinds\\.ts$' },
    },
    {
      name: 'outbox-knows-no-course',
      comment:
        'program/mails is a machine of its own over participant, kernel and calendar; what the course has ' +
        'overtaken is asked of the caller.',
      severity: 'error',
      from: { path: '^program/mails/' },
      to: {
        path: '^program/',
        pathNot: '^program/(mails|participant|kernel)/|^program/calendar\\.ts$',
      },
    },
    {
      name: 'compilers-at-build-only',
      comment: 'Nothing but commands, tools and tests runs the compilers of the build.',
      severity: 'error',
      from: { pathNot: ['^(cli|test|tools)/', '(^|/)node_modules/'] },
      to: { path: '^tools/build/' },
    },
    {
      name: 'handlers-are-islands',
      comment: 'A function never imports another function; what two of them need goes to functions/shell.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/[^/]+/', pathNot: ['^functions/$1/', '^functions/shell/'] },
    },
    {
      name: 'shell-knows-no-handler',
      comment: 'The shell is used by the handlers, never the other way round.',
      severity: 'error',
      from: { path: '^functions/shell/' },
      to: { path: '^functions/(?!shell/)' },
    },
    {
      name: 'only-send-renders-mail',
      comment:
        'One place renders and sends mail, so that claim, guard and order of the send protocol cannot be bypassed.',
      severity: 'error',
      from: { path: '^(functions|web|infra)/', pathNot: '^functions/send/' },
      to: { path: '^emails/' },
    },
    {
      name: 'mjml-at-build-only',
      comment:
        'MJML is compiled at build time; no Lambda carries it. Tests and benchmarks compare against it.',
      severity: 'error',
      from: { pathNot: ['^tools/build/', '^test/', '^tools/bench/', '(^|/)node_modules/'] },
      to: { path: pkg('mjml[^/]*') },
    },
    {
      name: 'infra-sees-contracts-only',
      comment:
        'Of ours, infra/ sees the typed environment, the alarm lines and the table definition; otherwise a deployment could depend on product code.',
      severity: 'error',
      from: { path: '^infra/' },
      to: {
        path: '^(program|views|emails|web|functions|curriculum)/',
        pathNot: '^functions/shell/(env|alarm-lines|store/items/table)\\.ts$',
      },
    },
    {
      name: 'cdk-in-infra-only',
      comment: 'No product code but infra/ knows the CDK.',
      severity: 'error',
      from: { path: '^(program|views|emails|web|functions|local|simulate)/' },
      to: { path: pkg('aws-cdk-lib|aws-cdk|constructs|cdk-nag') },
    },
    {
      name: 'nobody-ships-the-workshop',
      comment: 'No product folder imports local/, simulate/, cli/, tools/ or test/.',
      severity: 'error',
      from: { path: PRODUCT },
      to: { path: WORKSHOP },
    },
    {
      name: 'functions-do-not-see-infra',
      comment: 'The deployment knows the functions, not the other way round.',
      severity: 'error',
      from: { path: '^(program|views|emails|web|functions)/' },
      to: { path: '^infra/' },
    },
    {
      name: 'no-development-package-in-a-lambda',
      comment: 'What is bundled is a runtime dependency, pinned exactly. Types vanish at build time.',
      severity: 'error',
      from: { path: '^(program|views|emails|web|functions)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/@types/',
      },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolvable',
      comment:
        'An import that resolves to nothing would let every other rule pass in silence. The peers of the ' +
        'benchmark are installed when it runs.',
      severity: 'error',
      from: { pathNot: '^tools/bench/peers/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdk\\.out|coverage)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
