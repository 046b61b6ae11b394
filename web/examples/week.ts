/** The days of a week as the examples show them: on Wednesday, with Monday saved. */
import type { StripDay } from '../../views/page/week-strip.ts';

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const STRIP: readonly StripDay[] = NAMES.map((name, i) => ({
  date: `${name} ${6 + i} April`,
  weekday: name.slice(0, 3),
  day: String(6 + i),
  isToday: i === 2,
  isRest: i === 3,
  isCheckIn: i === 6,
  minutes: i % 2 === 0 && i < 6 ? 65 : 0,
  full: i % 2 === 0 && i < 6,
  sessions:
    i % 2 === 0 && i < 6
      ? [
          { id: `r${i / 2 + 1}`, short: 'run', href: '#main', result: i === 0 ? 'done' : null },
          { id: `s${i / 2 + 1}`, short: 'legs', href: '#main', result: i === 0 ? 'part' : null },
        ]
      : [],
}));
