/**
 * Labels and titles of header blocks above an old mail, in the languages their owners set mail programs to.
 * All lower case, as `folded` gives it.
 */

export type Label = 'from' | 'sent' | 'to' | 'subject' | 'copy';

/** Labels of an Outlook header block; without colon. */
export const LABELS: Readonly<Record<Label, readonly string[]>> = {
  from: [
    'from',
    'von',
    'de',
    'van',
    'da',
    'från',
    'fra',
    'od',
    '差出人',
    '送信者',
    'från',
    'lähettäjä',
    'от',
    'reply-to',
  ],
  sent: [
    ...[
      'sent',
      'date',
      'gesendet',
      'gesendet am',
      'datum',
      'enviado',
      'enviado el',
      'fecha',
      'envoyé',
      'envoyé le',
      'verzonden',
      'verzonden op',
    ],
    ...[
      'inviato',
      'data',
      'enviada em',
      'enviado em',
      'enviada',
      'skickat',
      'sendt',
      'dato',
      'wysłano',
      '送信日時',
      '日付',
      '日時',
    ],
  ],
  to: ['to', 'an', 'para', 'à', 'aan', 'a', 'till', 'til', 'do', '宛先'],
  subject: [
    'subject',
    'betreff',
    'asunto',
    'objet',
    'onderwerp',
    'oggetto',
    'assunto',
    'ämne',
    'emne',
    'temat',
    '件名',
  ],
  copy: ['cc', 'kopie', 'kopia', 'kopi', 'dw', 'bcc'],
};

/** What stands between the dashes of an original-message line. */
export const ORIGINAL_MESSAGE: readonly string[] = [
  ...[
    'original message',
    'forwarded message',
    'reply message',
    'original email',
    'ursprüngliche nachricht',
    'originalnachricht',
  ],
  ...[
    'original-nachricht',
    'weitergeleitete nachricht',
    'urspr. nachricht',
    'mensaje original',
    'mensaje reenviado',
    "message d'origine",
  ],
  ...[
    'message d’origine',
    'message original',
    'message transféré',
    'oorspronkelijk bericht',
    'origineel bericht',
    'doorgestuurd bericht',
  ],
  ...[
    'messaggio originale',
    'messaggio inoltrato',
    'mensagem original',
    'mensagem encaminhada',
    'ursprungligt meddelande',
  ],
  ...[
    'originalmeddelande',
    'vidarebefordrat meddelande',
    'oprindelig meddelelse',
    'oprindelig besked',
    'original meddelelse',
  ],
  ...[
    'videresendt meddelelse',
    'opprinnelig melding',
    'original melding',
    'videresendt melding',
    'wiadomość oryginalna',
  ],
  ...[
    'oryginalna wiadomość',
    'wiadomość przekazana',
    '元のメッセージ',
    '転送されたメッセージ',
    '転送メッセージ',
  ],
];

/** Forwarding lines that stand without dashes (Apple Mail). */
export const FORWARDED: readonly string[] = [
  ...[
    'begin forwarded message',
    'anfang der weitergeleiteten nachricht',
    'anfang der weitergeleiteten e-mail',
  ],
  ...[
    'inicio del mensaje reenviado',
    'début du message réexpédié',
    'début du message transféré',
    'begin doorgestuurd bericht',
  ],
  ...[
    'inizio messaggio inoltrato',
    'início da mensagem encaminhada',
    'vidarebefordrat brev',
    'start på videresendt besked',
  ],
  ...['videresendt melding', 'początek przekazywanej wiadomości', '転送されたメッセージ'],
];
