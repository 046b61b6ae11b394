// Loaded into every Lambda process of the emulator before anything else: time runs, and is ahead by as many
// minutes as the file says, so that a week passes in a second.
import { readFileSync } from 'node:fs';

const file = process.env.CALF_COACH_CLOCK_SHIFT ?? '';
const RealDate = Date;
const ahead = () => {
  try {
    return Number(readFileSync(file, 'utf8')) * 60_000;
  } catch {
    return 0;
  }
};
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, self) =>
    Reflect.construct(target, given.length === 0 ? [RealDate.now() + ahead()] : given, self),
  get: (target, name) => (name === 'now' ? () => RealDate.now() + ahead() : Reflect.get(target, name)),
});
