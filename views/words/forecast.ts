/**
 * What is said about dates ahead: a band, always with an "if", or why no date is said
 * (docs/clinical-rules.md §12 A16).
 */
import { dayAndMonth } from '../../program/calendar.ts';
import type { Band, Forecast, NoForecast } from '../../program/forecast/forecast.ts';

const NONE: Readonly<Record<NoForecast, string | null>> = {
  notRunning: null,
  waiting: 'No date yet: something you wrote is still open, and your answer to the list comes first.',
  capped: 'No date yet: your plan has a limit for now, and that comes first.',
  sudden: 'No date yet: in the first two weeks after a sudden start the calf sets the pace.',
  pain: 'No date this week: your calf is sore, and that comes first.',
};

const between = ({ from, to }: Band): string =>
  from === to ? `about ${dayAndMonth(from)}` : `between ${dayAndMonth(from)} and ${dayAndMonth(to)}`;

/** The first half says what has to go well, so that no date ever stands alone. */
const sentence = (band: Band): string =>
  band.mark === 'firstJog'
    ? `If your calf stays calm: your first jog ${between(band)}.`
    : `If your calf stays calm: ${band.minutes} minutes of running in one session ${between(band)}.`;

/** Nothing where no course runs, or where every mark is behind or too far ahead. */
export function forecastSentences(forecast: Forecast): readonly string[] {
  if ('bands' in forecast) return forecast.bands.map(sentence);
  const none = NONE[forecast.none];
  return none === null ? [] : [none];
}
