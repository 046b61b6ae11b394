/**
 * The week's own tests in words: "tests ok", "strength test ok, run test hurt", "test not tried". Only tests
 * that were asked for are answered.
 */
import type { GateAnswer } from '../../answers/check-in.ts';
import type { ReplyContext } from '../context.ts';
import type { Reading } from './items.ts';
import { take } from './text.ts';

const WHICH = '(?:(strength|calf|raise|run|running|walk|walking|both|all)(?: the)? )?';
const RESULT =
  '(not tried|untried|not done|not yet|skipped|not ok|not okay|not passed|not fine|ok|okay|passed|pass|fine|yes|good|hurt|hurts|painful|failed|pain)';
const AFTER = new RegExp(
  String.raw`\b${WHICH}tests?\b ?(?:were|was|are|is|all|both|:|=|-)? ?${RESULT}\b`,
  'g',
);
const BEFORE = new RegExp(
  String.raw`\b(not |havent |have not |didnt |did not |almost |nearly )?(?:passed|pass) (?:the |my |this weeks )?${WHICH}tests?\b`,
  'g',
);
const NONE =
  /\b(?:no|didnt (?:try|do) (?:the|any)|did not (?:try|do) (?:the|any)|havent tried the) (?:strength |run |calf )?tests?\b/g;

const meaningOf = (result: string): GateAnswer | null => {
  if (/^(?:ok|okay|passed|pass|fine|yes|good)$/.test(result)) return 'yes';
  if (/^(?:hurt|hurts|painful|failed|pain)$/.test(result)) return 'pain';
  return /^(?:not tried|untried|not done|not yet|skipped)$/.test(result) ? 'notTried' : null;
};

const RANK: Readonly<Record<GateAnswer, number>> = { yes: 0, notTried: 1, pain: 2 };

/**
 * Said twice, the less good answer counts; "not ok" leaves the test unanswered, which keeps its gate shut.
 */
export function readTests(text: string, { testsAsked }: ReplyContext): Reading {
  const found = new Map<'strength' | 'run', GateAnswer | null>();
  const set = (which: string | undefined, answer: GateAnswer | null): true => {
    const tracks =
      which === undefined || which === 'both' || which === 'all'
        ? (['strength', 'run'] as const)
        : [/^(?:run|walk)/.test(which) ? ('run' as const) : ('strength' as const)];
    for (const track of tracks) {
      const before = found.get(track);
      const worse =
        before === undefined || (before !== null && (answer === null || RANK[answer] > RANK[before]));
      if (worse && testsAsked.includes(track)) found.set(track, answer);
    }
    return true;
  };
  let rest = take(text, BEFORE, ([not, which]) => set(which, not === undefined ? 'yes' : null));
  rest = take(rest, AFTER, ([which, result], before) =>
    set(which, /\b(?:not|if|unless|almost|nearly) ?$/.test(before) ? null : meaningOf(result ?? '')),
  );
  rest = take(rest, NONE, () => set(undefined, 'notTried'));
  const strength = found.get('strength') ?? null;
  const run = found.get('run') ?? null;
  return {
    text: rest,
    items: {
      ...(strength === null ? {} : { gateStrength: strength }),
      ...(run === null ? {} : { gateRun: run }),
    },
  };
}
