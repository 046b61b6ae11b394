/**
 * Numbers in words, and the small words around a score, in the languages people write to us in (German,
 * Spanish, French, Dutch, Italian,
 * Portuguese, Polish, Swedish). Words are matched without accents. "One" is left out where it is also the
 * article.
 */
const numbered = (...rows: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(rows.flatMap((row, value) => row.split(' ').map((word) => [word, value] as const)));

export const FOREIGN_NUMBERS: Readonly<Record<string, number>> = numbered(
  'null cero nul zerowy noll',
  'eins uno jeden ett',
  'zwei dos deux twee due dois duas dwa tva',
  'drei tres trois drie tre trzy',
  'vier cuatro quatre quattro quatro cztery fyra',
  'funf fuenf cinco cinq vijf cinque piec fem',
  'sechs seis six zes sei szesc sex',
  'sieben siete sept zeven sette sete siedem sju',
  'acht ocho huit otto oito osiem atta',
  'neun nueve neuf negen nove dziewiec nio',
  'zehn diez dix tien dieci dez dziesiec tio',
);

/** "4 von 10", "4 de 10", "4 sur 10": the word between a score and its ten, beside the English ones. */
export const OUT_OF: readonly string[] = '/ von auf aus de sobre sur van op su di em z ze na av af'.split(
  ' ',
);
/** The ten of the scale, in figures or in words. */
export const TEN = '(?:10|zehn|diez|dix|tien|dieci|dez|dziesieciu|dziesiec|tio)';

/** What a score is called: "Schmerz 3", "dolor: 3". */
export const FOREIGN_LABELS =
  'schmerz|schmerzen|wade|durchschnitt|schnitt|dolor|media|promedio|douleur|moyenne|pijn|gemiddelde?|dolore|dor|bol|srednia|srednio|smarta|snitt|genomsnitt';

/** Words that may stand beside a lone score and add nothing to it. */
export const FOREIGN_FILLERS: readonly string[] = [
  ...'ist war im in es das etwa ungefahr circa ca bei eine ein ja also diese woche heute mein meine durchschnittlich wurde sagen'.split(
    ' ',
  ),
  ...'es era fue un una mas o menos de en esta semana hoy mi diria creo si'.split(' '),
  ...'c est cest cetait etait un une environ en cette semaine je dirais mon ma oui'.split(' '),
  ...'het was is een ongeveer deze week mijn ja zeg ik denk'.split(' '),
  ...'e era un una circa questa settimana direi mio mia si in'.split(' '),
  ...'foi e um uma cerca esta semana diria meu minha sim'.split(' '),
  ...'to bylo jest okolo w tym tygodniu moj tak'.split(' '),
  ...'det var ar en ungefar den har veckan min ja'.split(' '),
];

/**
 * Months, whole and short, without accents: "8. März", "8 mars", "8 de marzo". Short forms that are English
 * words are left out.
 */
export const MONTHS: string = [
  'jan(?:uary|uar|vier|uari|eiro)?|ene(?:ro)?|gen(?:naio)?|sty(?:cznia|czen)?',
  'feb(?:ruary|ruar|rero|braio|ruari)?|fev(?:rier|ereiro)?|lut(?:ego|y)?',
  'mar(?:ch|z|zo|s|co|ca|zec)?|maerz|mrt|maart|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|kwi(?:etnia|ecien)?',
  'may|mai|mei|mag(?:gio)?|mayo|maio|maja|maj|june?|juni|junio|junho|juin|giugno|cze(?:rwca|rwiec)?',
  'july?|juli|julio|julho|juil(?:let)?|luglio|lipca|lipiec|aug(?:ust|usti|ustus)?|agosto|aout|sierpnia|sierpien',
  'sept?(?:ember|iembre|embre)?|settembre|setembro|wrzesnia|wrzesien|oct(?:ober|ubre|obre)?|okt(?:ober)?|ottobre|outubro|pazdziernika',
  'nov(?:ember|iembre|embre|embro)?|listopada|dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|grudnia',
].join('|');
