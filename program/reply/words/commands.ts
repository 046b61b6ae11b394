/** The commands of CONTRACT §3 and what people write for them, when it is the whole of their text. */

export const COMMANDS = ['STOP', 'PAUSE', 'RESUME', 'HELP', 'WORSE', 'EASIER', 'REPEAT', 'EXPORT', 'DELETE'] as const;
export type CommandWord = (typeof COMMANDS)[number];

/** Leaving is the safe direction: many words are taken, in every language a mail program may speak (reliability.md §5). */
const LEAVE: readonly string[] = [
  ...['stop', 'stop all', 'stop it', 'unsubscribe', 'unsubscribe me', 'unsubscribe me from this list', 'unsubscribe from this list'],
  ...['cancel', 'cancel subscription', 'cancel my subscription', 'quit', 'end', 'opt out', 'opt me out', 'remove me', 'remove me from this list'],
  ...['remove me from the list', 'take me off', 'take me off the list', 'take me off this list', 'leave', 'i want to leave', 'leave the programme'],
  ...['stop emails', 'stop mails', 'stop the emails', 'stop the mails', 'stop these emails', 'stop sending emails', 'stop sending me emails'],
  ...[
    'stop sending me mails',
    'stop mailing me',
    'stop emailing me',
    'no more emails',
    'no more mails',
    'stop the programme',
    'i want to unsubscribe',
  ],
  ...[
    'abmelden',
    'abbestellen',
    'abmeldung',
    'stopp',
    'désabonner',
    'désinscrire',
    'désinscription',
    'me désabonner',
    'arrêter',
    'arret',
    'stop svp',
  ],
  ...['baja', 'darme de baja', 'cancelar suscripción', 'cancelar', 'parar', 'afmelden', 'uitschrijven', 'stoppen', 'cancelar inscrição'],
  ...['descadastrar', 'sair', 'disiscrivimi', 'disiscriviti', 'cancellami', 'annulla iscrizione', 'avregistrera', 'avsluta', 'avprenumerera'],
  ...[
    'afmeld',
    'frameld',
    'meld mig fra',
    'avmeld',
    'meld meg av',
    'stans',
    'wypisz',
    'wypisz mnie',
    'rezygnuję',
    '配信停止',
    '解除',
    '退会',
    '停止',
  ],
];

export const COMMAND_WORDS: Readonly<Record<CommandWord, readonly string[]>> = {
  STOP: LEAVE,
  PAUSE: ['pause', 'pause me', 'pause the programme', 'pause my programme', 'pause it'],
  RESUME: ['resume', 'unpause', 'resume the programme', 'resume my programme', 'end pause', 'end the pause', 'start again'],
  HELP: ['help', '?', '??', 'help me', 'commands', 'info'],
  WORSE: [
    'worse',
    'it is worse',
    'its worse',
    'it got worse',
    'got worse',
    'my calf got worse',
    'calf got worse',
    'my calf is worse',
    'calf is worse',
    'it has got worse',
    'much worse',
    'flare',
    'flare up',
  ],
  EASIER: ['easier', 'too hard', 'its too hard', 'it is too hard', 'this is too hard', 'make it easier', 'easier week', 'an easier week'],
  REPEAT: ['repeat', 'repeat week', 'repeat this week', 'repeat the week', 'same again'],
  EXPORT: ['export', 'export my data', 'export data', 'send me my data', 'my data'],
  DELETE: ['delete', 'delete me', 'delete my data', 'delete my account', 'delete everything', 'erase', 'erase me', 'erase my data', 'forget me'],
};

/** Politeness at either end. */
export const POLITE: readonly string[] = [
  'please',
  'pls',
  'plz',
  'thanks',
  'thank you',
  'thx',
  'ta',
  'cheers',
  'many thanks',
  'hi',
  'hello',
  'dear calf coach',
  'hi calf coach',
];

export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
