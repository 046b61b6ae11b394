/**
 * One planted violation for every rule: a good mail, spoilt in one place. A rule that does not find its own
 * is not a rule. Also for the reader: these are the mistakes the gate is there for.
 */
import { type GateMail, mailOf } from '../mail.ts';
import { exampleMails } from '../matrix.ts';

type Spoil = (mail: GateMail) => Partial<GateMail>;
const html =
  (from: string | RegExp, to: string): Spoil =>
  (mail) => ({ html: mail.html.replace(from, to) });
const message =
  (from: string | RegExp, to: string): Spoil =>
  (mail) => ({ message: mail.message.replace(from, to) });
const text =
  (from: string | RegExp, to: string): Spoil =>
  (mail) => ({ text: mail.text.replace(from, to) });

/** One step of an exercise that is new in the planted plan. */
const STEP = 'Rise on both feet.';

/**
 * Number of the rule → what was done to the mail. Rules over structures, browsers and the running system have
 * their own below.
 */
export const PLANTED: Readonly<Record<number, readonly (readonly [what: string, spoil: Spoil])[]>> = {
  1: [
    ['a second subject', message('Subject:', 'Subject: Twice\r\nSubject:')],
    ['a blind copy', message('Subject:', 'Bcc: x@example.com\r\nSubject:')],
  ],
  2: [
    [
      'nobody answers',
      (mail) => ({
        parsed: { ...mail.parsed, from: { name: 'Calf Coach', address: 'no-reply@mail.example.org' } },
      }),
    ],
    [
      'a free mail address',
      (mail) => ({ parsed: { ...mail.parsed, from: { name: 'Calf Coach', address: 'calf@gmail.com' } } }),
    ],
  ],
  3: [['a handle that can be guessed', message(/Reply-To: .*/, 'Reply-To: r-1@reply.example.org')]],
  4: [
    [
      'the address inside the link',
      message(
        /List-Unsubscribe: <[^>]*>/,
        'List-Unsubscribe: <https://calf.example.org/u/x?email=sam@example.com>',
      ),
    ],
  ],
  5: [['no one-click header', message(/List-Unsubscribe-Post: .*\r\n/, '')]],
  8: [['not marked as automatic', message('Auto-Submitted: auto-generated', 'Auto-Submitted: no')]],
  9: [['a header with a number of the person', message('Content-Language: en', 'Content-Language: en-4711')]],
  10: [
    ['a bare line feed', message('\r\n\r\n', '\n\r\n\r\n')],
    ['a letter beyond ASCII', message('Week', 'Wéek')],
  ],
  11: [['HTML first', message(/Content-Type: text\/plain/, 'Content-Type: text/html')]],
  12: [
    ['an endless mail', (mail) => ({ html: mail.html.replace('</body>', `${' '.repeat(60_000)}</body>`) })],
  ],
  13: [['last week’s subject again', (mail) => ({ week: (mail.week ?? 0) + 1 })]],
  16: [['it shouts', () => ({ subject: 'READ this NOW!! Your PLANS' })]],
  17: [['nothing in front', () => ({ subject: 'Week 3: it is of us to be in 4 or 5, your plan' })]],
  18: [['the subject again', (mail) => ({ preheader: mail.subject })]],
  19: [
    ['a pain score', () => ({ subject: 'Week 3: your pain was 8 of 10' })],
    [
      'a score alone',
      () => ({ preheader: 'You answered 8, so here is what changes in the week that comes now.' }),
    ],
  ],
  20: [
    ['a hole', html('</h1>', ' undefined</h1>')],
    ['a placeholder', text('week', '{{week}} week')],
  ],
  21: [['no language', html('lang="en"', '')]],
  22: [['a preheader without language', html(/<div lang="en" dir="ltr"/, '<div')]],
  23: [['a layout table read as data', html('role="presentation"', '')]],
  24: [['a second h1', html('<h2', '<h1')]],
  25: [
    [
      'an empty link',
      html('</h1>', '</h1><a href="https://calf.example.org/safety" style="text-decoration:underline"></a>'),
    ],
  ],
  26: [['click here', html(/>[^<>]+<\/a>/, '>click here</a>')]],
  27: [
    [
      'an image without words',
      html('</h1>', '</h1><img src="https://calf.example.org/a.png" width="1" height="1">'),
    ],
    ['a drawing without words', html(/(<img [^>]*)alt="[^"]*"/, '$1alt=""')],
  ],
  28: [['another title', html(/<title>[^<]*/, '<title>Calf Coach')]],
  30: [['a link told by colour only', html(/text-decoration:underline/g, 'text-decoration:none')]],
  31: [['small print', html(/font-size:14px/, 'font-size:11px')]],
  32: [['no zoom', html('width=device-width', 'width=device-width, user-scalable=no')]],
  34: [
    [
      'a picture for a mail',
      (mail) => ({ html: mail.html.replace(/<body[\s\S]*<\/body>/, '<body>Hello</body>') }),
    ],
  ],
  35: [
    [
      'an official',
      text(
        /^[\s\S]*?\n-- \n/,
        `${'Notwithstanding aforementioned considerations, participants ordinarily experience musculoskeletal adaptations '.repeat(9)}.\n-- \n`,
      ),
    ],
  ],
  39: [['an instruction that is only a picture', html(STEP, '')]],
  40: [
    ['a script', html('</body>', '<script>1</script></body>')],
    ['a form', html('</body>', '<form></form></body>')],
    ['a web font', html('</style>', '@import url(x)</style>')],
  ],
  42: [
    ['no dark look', html('color-scheme" content="light dark"', 'color-scheme" content="light"')],
    ['a cell that takes any ground', html(/(<td[^>]*class="(?:cell|soft|warm)"[^>]*) bgcolor="[^"]*"/, '$1')],
  ],
  44: [
    [
      'an image from elsewhere',
      html(
        '</h1>',
        '</h1><img src="https://x.example/drawings/EX-05.0123456789@2x.png" alt="A calf" width="280" height="196">',
      ),
    ],
    ['a drawing without its size', html(/(<img [^>]*)width="150" /, '$1')],
    ['a drawing that nobody made', html(/drawings\/EX-\d\d/, 'drawings/EX-99')],
    ['a drawing that is not encrypted', html(/src="https:/, 'src="http:')],
  ],
  45: [['MJML left over', html('</h1>', '</h1><mj-text>x</mj-text>')]],
  46: [
    ['markup in the plain text', text('\n\n', '\n\n<b>Hello</b>\n\n')],
    ['a line that is too long', text('\n\n', `\n\n${'word '.repeat(20)}\n\n`)],
    ['an instruction left out', text(STEP, '')],
  ],
  47: [
    [
      'no way to leave',
      (mail) => ({ text: mail.text.replaceAll(mail.view?.frame.links.unsubscribe ?? '', '') }),
    ],
  ],
  48: [['unsigned', text('\n-- \n', '\n')]],
  54: [
    [
      'a tracked link',
      html(
        /href="https:\/\/calf\.example\.org\/safety"/,
        'href="https://calf.example.org/safety?utm_source=mail"',
      ),
    ],
    [
      'a link to somewhere else',
      html(/href="https:\/\/calf\.example\.org\/safety"/, 'href="https://click.example.com/abc"'),
    ],
    ['somebody else’s link', html(/\/u\/[\w-]+/, '/u/somebodyElse')],
  ],
};

/** Spoilt HTML for the rules that need a browser or a validator. */
export const PLANTED_LOOKS: readonly (readonly [
  rule: number,
  what: string,
  spoil: (html: string) => string,
])[] = [
  [29, 'pale words', (mail) => mail.replace('<h1 style="', '<h1 style="color:#e9eeed;')],
  [
    29,
    'words that vanish in the dark',
    (mail) => mail.replaceAll('.card h1,', '').replace('<h1 style="', '<h1 style="color:#1a2b30 !important;'),
  ],
  [33, 'the same id twice', (mail) => mail.replace('</h1>', '</h1><p id="a"></p><p id="a"></p>')],
  [
    36,
    'a table for a desk',
    (mail) =>
      mail.replace('</h1>', '</h1><table role="presentation" width="700"><tr><td>wide</td></tr></table>'),
  ],
  [37, 'cells for small fingers', (mail) => mail.replaceAll('padding:12px 0', 'padding:2px 0')],
  [37, 'a grid in another order', (mail) => mail.replace('>3</a>', '>4</a>')],
  [
    38,
    'held together by a style sheet',
    (mail) =>
      mail
        .replace('</style>', '.w{width:100%!important}</style>')
        .replace('</h1>', '</h1><div class="w" style="width:900px">wide</div>'),
  ],
];

/** The mail that is spoilt: a plan with its box, chart and links, and a check-in with its grid. */
export async function plantGround(): Promise<{ readonly plan: GateMail; readonly checkIn: GateMail }> {
  let plan: GateMail | null = null;
  let checkIn: GateMail | null = null;
  for await (const mail of exampleMails()) {
    if (mail.id === 'example plan/both-moved (short)' && mail.view !== null)
      plan = await mailOf({ ...mail, journey: 'planted' }, mail.view);
    if (mail.id === 'example check-in/with-two-tests (short)') checkIn = mail;
    if (plan !== null && checkIn !== null) return { plan, checkIn };
  }
  throw new Error('the examples that violations are planted into are gone');
}
