/**
 * What mail programs write around a reply, in the languages their owners set them to: English, German, Spanish, French, Dutch, Italian,
 * Portuguese, Swedish, Danish, Norwegian, Polish, Japanese (issue 4). All lower case, as `folded` gives it.
 */

/** First words of an attribution line ("On … wrote:"); a date or a weekday may stand there as well. */
export const ATTRIBUTION_STARTS: readonly string[] = [
  ...['on ', 'at ', 'in a message', 'am ', 'el ', 'en ', 'le ', 'op ', 'il ', 'em ', 'no dia ', 'den ', 'w dniu ', 'dnia '],
  ...['wiadomość napisana', 'il giorno ', 'calf coach'],
];

/** Weekdays as attributions abbreviate them (the line begins with one, a date follows). */
export const WEEKDAYS: readonly string[] = [
  ...['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag'],
  ...['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn', 'mån', 'tis', 'lör', 'sön', 'pon', 'wt', 'śr', 'czw', 'pt', 'sob', 'niedz'],
  ...['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim', 'seg', 'ter', 'qua', 'qui', 'sex', 'sáb', 'dom'],
];

/** The word for "wrote". */
export const WROTE: readonly string[] = [
  ...['wrote', 'writes', 'schrieb', 'geschrieben', 'escribió', 'écrit', 'schreef', 'geschreven', 'scritto', 'escreveu', 'skrev'],
  ...['napisał', 'pisze', 'napisana', 'のメール', 'のメッセージ', '書きました', 'さんが', 'kirjoitti', 'napsal', 'yazdı', '写道', 'написал'],
];

export type Label = 'from' | 'sent' | 'to' | 'subject' | 'copy';

/** Labels of an Outlook header block; without colon. */
export const LABELS: Readonly<Record<Label, readonly string[]>> = {
  from: ['from', 'von', 'de', 'van', 'da', 'från', 'fra', 'od', '差出人', '送信者', 'från', 'lähettäjä', 'от', 'reply-to'],
  sent: [
    ...['sent', 'date', 'gesendet', 'gesendet am', 'datum', 'enviado', 'enviado el', 'fecha', 'envoyé', 'envoyé le', 'verzonden', 'verzonden op'],
    ...['inviato', 'data', 'enviada em', 'enviado em', 'enviada', 'skickat', 'sendt', 'dato', 'wysłano', '送信日時', '日付', '日時'],
  ],
  to: ['to', 'an', 'para', 'à', 'aan', 'a', 'till', 'til', 'do', '宛先'],
  subject: ['subject', 'betreff', 'asunto', 'objet', 'onderwerp', 'oggetto', 'assunto', 'ämne', 'emne', 'temat', '件名'],
  copy: ['cc', 'kopie', 'kopia', 'kopi', 'dw', 'bcc'],
};

/** What stands between the dashes of an original-message line. */
export const ORIGINAL_MESSAGE: readonly string[] = [
  ...['original message', 'forwarded message', 'reply message', 'original email', 'ursprüngliche nachricht', 'originalnachricht'],
  ...['original-nachricht', 'weitergeleitete nachricht', 'urspr. nachricht', 'mensaje original', 'mensaje reenviado', "message d'origine"],
  ...['message d’origine', 'message original', 'message transféré', 'oorspronkelijk bericht', 'origineel bericht', 'doorgestuurd bericht'],
  ...['messaggio originale', 'messaggio inoltrato', 'mensagem original', 'mensagem encaminhada', 'ursprungligt meddelande'],
  ...['originalmeddelande', 'vidarebefordrat meddelande', 'oprindelig meddelelse', 'oprindelig besked', 'original meddelelse'],
  ...['videresendt meddelelse', 'opprinnelig melding', 'original melding', 'videresendt melding', 'wiadomość oryginalna'],
  ...['oryginalna wiadomość', 'wiadomość przekazana', '元のメッセージ', '転送されたメッセージ', '転送メッセージ'],
];

/** Forwarding lines that stand without dashes (Apple Mail). */
export const FORWARDED: readonly string[] = [
  ...['begin forwarded message', 'anfang der weitergeleiteten nachricht', 'anfang der weitergeleiteten e-mail'],
  ...['inicio del mensaje reenviado', 'début du message réexpédié', 'début du message transféré', 'begin doorgestuurd bericht'],
  ...['inizio messaggio inoltrato', 'início da mensagem encaminhada', 'vidarebefordrat brev', 'start på videresendt besked'],
  ...['videresendt melding', 'początek przekazywanej wiadomości', '転送されたメッセージ'],
];

/** Footers of telephones and mail apps: how the line begins, and what it must hold besides. */
export const DEVICE_FOOTERS: readonly (readonly [start: string, holds: string])[] = [
  ...['my ', 'yahoo', 'mail for', 'outlook', 'aol', 'proton', 'samsung', 'gmail', 'the all-new', 'android', 'iphone', 'spark', 'mobile'].map(
    (what) => [`sent from ${what}`, ''] as const,
  ),
  ...[
    ['sent with ', 'mail'],
    ['sent via ', ''],
    ['get outlook for', ''],
    ['sent using ', ''],
  ].map(([a, b]) => [a ?? '', b ?? ''] as const),
  ...[
    ['von mein', 'gesendet'],
    ['gesendet mit ', ''],
    ['gesendet von ', ''],
    ['gesendet aus', ''],
    ['diese nachricht wurde von mein', ''],
  ].map(([a, b]) => [a ?? '', b ?? ''] as const),
  ...[
    'outlook für ',
    'outlook voor ',
    'outlook for ios',
    'outlook for android',
    'hämta outlook',
    'hent outlook',
    'last ned outlook',
    'ios 版 outlook',
  ].map((what) => [what, ''] as const),
  ...['télécharger outlook', 'obtener outlook', 'scarica outlook', 'obter o outlook', 'pobierz program outlook', 'android 版 outlook'].map(
    (what) => [what, ''] as const,
  ),
  ...['enviado desde ', 'enviado con el ', 'envoyé de mon', 'envoyé depuis', 'envoyé avec', 'envoyé à partir', 'inviato da', 'inviato dal'].map(
    (what) => [what, ''] as const,
  ),
  ...[
    'verstuurd vanaf',
    'verzonden vanaf',
    'verzonden vanuit',
    'verzonden met',
    'enviado do ',
    'enviado pelo ',
    'enviado a partir',
    'enviado via',
  ].map((what) => [what, ''] as const),
  ...['skickat från', 'skickat med', 'sendt fra', 'sendt med', 'wysłane z', 'wysłano z', 'iphoneから送信', 'ipadから送信', 'galaxyから送信'].map(
    (what) => [what, ''] as const,
  ),
  ['', 'から送信'],
];

/** Words that close a letter, alone on their line (marks and case aside). */
export const SIGN_OFFS: readonly string[] = [
  ...['thanks', 'thank you', 'many thanks', 'thanks again', 'thx', 'cheers', 'best', 'all the best', 'best wishes', 'regards', 'best regards'],
  ...['kind regards', 'warm regards', 'warmly', 'yours', 'yours sincerely', 'sincerely', 'take care', 'love', 'br', 'kr', 'ta', 'with best regards'],
  ...['mit freundlichen grüßen', 'mit freundlichen grüssen', 'freundliche grüße', 'viele grüße', 'liebe grüße', 'beste grüße', 'schöne grüße'],
  ...['mfg', 'lg', 'vg', 'danke', 'gruß', 'grüße', 'cordialement', 'bien cordialement', 'bien à vous', 'merci', 'amicalement', 'salutations'],
  ...['un saludo', 'saludos', 'saludos cordiales', 'gracias', 'atentamente', 'met vriendelijke groet', 'met vriendelijke groeten', 'groeten'],
  ...['groetjes', 'mvg', 'bedankt', 'cordiali saluti', 'distinti saluti', 'saluti', 'un saluto', 'grazie', 'atenciosamente', 'cumprimentos'],
  ...['melhores cumprimentos', 'abraço', 'obrigado', 'obrigada', 'med vänliga hälsningar', 'med vänlig hälsning', 'vänliga hälsningar', 'mvh'],
  ...['hälsningar', 'tack', 'med venlig hilsen', 'venlig hilsen', 'de bedste hilsner', 'tak', 'med vennlig hilsen', 'vennlig hilsen', 'hilsen'],
  ...[
    'takk',
    'pozdrawiam',
    'z poważaniem',
    'z wyrazami szacunku',
    'dziękuję',
    'よろしくお願いします',
    'よろしくお願いいたします',
    '敬具',
    'ありがとうございます',
  ],
];

/** Beginnings of sentences only we write: from the first of them on, all is our own mail (email.md §6.3). Kept in step with the mails by a test. */
export const OUR_SENTENCES: readonly string[] = [
  ...['how was your calf, on average', 'calf coach is education', 'advice, and it does not diagnose', 'no person reads replies to this mail'],
  ...['unsubscribe from all mails', '0 is no pain, 1 to 3', 'number from 0 to 10, and answer', 'think of the whole week, not of the worst'],
  ...['reply with a number', 'your page: pause, change your day', 'the content of this course awaits', 'a page opens with your number'],
  ...[
    'your next plan follows your answer',
    'stop signs and who to call',
    'what we keep and why',
    'not tried yet? say so: you simply stay',
    'still half a minute to spare',
    'your check-in is open. a week',
  ],
];
