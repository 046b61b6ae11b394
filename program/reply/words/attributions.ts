/**
 * What mail programs write above a quote in one sentence ("On … wrote:"), in the languages their owners set
 * them to. All lower case, as `folded` gives it.
 */

/** First words of an attribution line ("On … wrote:"); a date or a weekday may stand there as well. */
export const ATTRIBUTION_STARTS: readonly string[] = [
  ...[
    'on ',
    'at ',
    'in a message',
    'am ',
    'el ',
    'en ',
    'le ',
    'op ',
    'il ',
    'em ',
    'no dia ',
    'den ',
    'w dniu ',
    'dnia ',
  ],
  ...['wiadomość napisana', 'il giorno ', 'calf coach', 'på ', '在'],
];

/** Weekdays as attributions abbreviate them (the line begins with one, a date follows). */
export const WEEKDAYS: readonly string[] = [
  ...[
    'mon',
    'tue',
    'wed',
    'thu',
    'fri',
    'sat',
    'sun',
    'montag',
    'dienstag',
    'mittwoch',
    'donnerstag',
    'freitag',
    'samstag',
    'sonntag',
  ],
  ...[
    'man',
    'tir',
    'ons',
    'tor',
    'fre',
    'lør',
    'søn',
    'mån',
    'tis',
    'lör',
    'sön',
    'pon',
    'wt',
    'śr',
    'czw',
    'pt',
    'sob',
    'niedz',
  ],
  ...['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim', 'seg', 'ter', 'qua', 'qui', 'sex', 'sáb', 'dom'],
];

/** The word for "wrote". */
export const WROTE: readonly string[] = [
  ...[
    'wrote',
    'writes',
    'schrieb',
    'geschrieben',
    'escribió',
    'écrit',
    'schreef',
    'geschreven',
    'scritto',
    'escreveu',
    'skrev',
  ],
  ...[
    'napisał',
    'pisze',
    'napisana',
    'のメール',
    'のメッセージ',
    '書きました',
    'さんが',
    'kirjoitti',
    'napsal',
    'yazdı',
    '写道',
    '작성',
    'написал',
  ],
];
