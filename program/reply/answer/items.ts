/**
 * The items of a check-in said in words (docs/contract.md §2.2, §3 "the long line"), in any order. Each
 * reader takes its words out of the text, so that no figure is read twice. Nothing that was not said is
 * filled in; a "not" in front leaves the item open.
 */
import type { CheckInAnswers } from '../../answers/check-in.ts';
import type { ReplyContext } from '../context.ts';
import { N, take } from './text.ts';

export type Items = { -readonly [K in keyof CheckInAnswers]?: CheckInAnswers[K] };

/** The text that is left and what was found in it. */
export interface Reading {
  readonly text: string;
  readonly items: Items;
}
type Reader = (text: string, context: ReplyContext) => Reading;

const NOT_BEFORE =
  /(?:\bnot|n?t\b(?<=dont|didnt|isnt|wasnt|havent|hasnt|wont|cant|werent|arent)|\bnever|\bno|\balmost|\bnearly|\bhardly|\bunless|\bif|\bwithout|\bonce)(?: \w{1,12}){0,2} ?$/;
const isUndone = (before: string): boolean => NOT_BEFORE.test(before);

const whole = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,3}$/.test(text) ? Number.parseInt(text, 10) : null;

const MOST_SESSIONS = 14;
/** "did 10" may be anything; a week has seven days. */
const MOST_DID = 7;
const SESSIONS = '(?:strength )?(?:sessions?|workouts?)';

/**
 * "did 3 of 3", "3/3 done", "did 2 sessions", "did all sessions", "none of the sessions". Ten is the scale's
 * number, never a week's sessions.
 */
const sessions: Reader = (text, { sessionsPlanned }) => {
  const items: Items = {};
  const set = (done: number | null): void => {
    if (done !== null && done <= MOST_SESSIONS)
      items.sessionsDone = Math.min(done, items.sessionsDone ?? done);
  };
  const reps =
    '(?! ?(?:reps?|raises?|sets?|km|min|lowerings?|exercises?|hours?|h|mi|miles?|days?|weeks?)\\b)';
  let rest = take(
    text,
    new RegExp(
      String.raw`\b(?:did|done|completed|managed|finished|sessions?:?) (?:about |only |just )?(${N}) ?(?:of|/|out of) ?(?:the )?(${N})${reps}(?: ${SESSIONS})?(?: done)?`,
      'g',
    ),
    ([done, of], before) => {
      if (whole(of) !== 10 && (whole(of) ?? 99) <= MOST_SESSIONS && !isUndone(before)) set(whole(done));
      return true;
    },
  );
  rest = take(
    rest,
    new RegExp(
      String.raw`(${N}) ?(?:of|/|out of) ?(?:the )?(${N}) (?:${SESSIONS}|done|completed)(?: done)?\b`,
      'g',
    ),
    ([done, of]) => {
      if (whole(of) !== 10) set(whole(done));
      return true;
    },
  );
  rest = take(rest, new RegExp(String.raw`(${N}) ?(?:of|/|out of) ?(${N})${reps}`, 'g'), ([done, of]) => {
    if (
      sessionsPlanned === null ||
      sessionsPlanned === 10 ||
      whole(of) !== sessionsPlanned ||
      (whole(done) ?? 99) > sessionsPlanned
    )
      return false;
    set(whole(done));
    return true;
  });
  rest = take(
    rest,
    new RegExp(
      String.raw`\b(?:(missed|skipped|planned) )?(?:did |completed |managed |finished )?(?:only |just )?(${N}) ${SESSIONS}(?: done| completed)?\b`,
      'g',
    ),
    ([missed, done], before) => {
      if (missed === undefined && !isUndone(before) && !/(?:missed|skipped|only|planned)\W*$/.test(before))
        set(whole(done));
      return true;
    },
  );
  rest = take(
    rest,
    new RegExp(String.raw`\bsessions? ?(?:done)? ?[:=] ?(${N})(?! ?(?:of|/|out))`, 'g'),
    ([done]) => {
      set(whole(done));
      return true;
    },
  );
  // "did 3", as our own examples say it: a clause of its own, and no more than a week can hold.
  rest = take(
    rest,
    new RegExp(
      String.raw`\b(?:did|done|completed|managed) (?:just |only |all )?(${N})(?= ?(?:[,.;!\n]|$|this week))`,
      'g',
    ),
    ([done], before) => {
      if ((whole(done) ?? 99) > MOST_DID || isUndone(before)) return false;
      set(whole(done));
      return true;
    },
  );
  rest = take(
    rest,
    /\b(?:did |done |completed )?all (?:of )?(?:the |my )?(?:\d )?(?:strength )?(?:sessions?|workouts?)\b(?: done)?/g,
    (_, before) => {
      if (!isUndone(before) && !/(?:except|but)\W*$/.test(before)) set(sessionsPlanned);
      return true;
    },
  );
  rest = take(
    rest,
    /\b(?:no|none of the|0|did no|did none of the) (?:strength )?(?:sessions?|workouts?)\b/g,
    () => {
      set(0);
      return true;
    },
  );
  return { text: rest, items };
};

const MINUTES = String.raw`(\d{1,3})(?: ?(?:and|,|&|\+|-|to|then) ?(\d{1,3}))? ?(?:mins?|minutes?|min\.)(?![a-z])`;
const HOURS = String.raw`(\d) ?(?:h|hrs?|hours?)(?![a-z])(?: ?(?:and )?(\d{1,2})(?: ?(?:mins?|minutes?|m))?(?![\d/a-z]))?`;
const RAN = String.raw`\b(?:ran|run|runs|jogged|jog|longest|running)(?: (?:for|about|around|up to|of|was|the|a|my|is|longest|run|max|only|just|approx)){0,4} ?:? ?`;
const NO_RUN =
  /\b(?:(?:did not|didnt|havent|have not|not|no) (?:run|running|runs|ran|jog|jogging)|no runs?|0 runs?)\b(?: (?:at all|this week|yet|last week|done))?(?= *(?:$|[,.;!\n]))/g;

/**
 * "ran 25 min", "longest run 1 h 10", "25 min run", "did not run". The longest counts; a distance is no time.
 */
const running: Reader = (text) => {
  let longest: number | null = null;
  const set = (...minutes: readonly (number | null)[]): void => {
    for (const m of minutes) if (m !== null && m <= 600) longest = Math.max(longest ?? 0, m);
  };
  const ran = (minutes: readonly (number | null)[], before: string): boolean => {
    if (isUndone(before) || /\b(?:after|from|within|until|every|at)(?: (?:a|an|the|about))? ?$/.test(before))
      return false;
    set(...minutes);
    return true;
  };
  const hours = (h: string | undefined, m: string | undefined): number =>
    60 * (whole(h) ?? 0) + (whole(m) ?? 0);
  let rest = take(text, new RegExp(RAN + HOURS, 'g'), ([h, m], before) => ran([hours(h, m)], before));
  rest = take(rest, new RegExp(RAN + MINUTES, 'g'), ([a, b], before) => ran([whole(a), whole(b)], before));
  rest = take(
    rest,
    new RegExp(String.raw`\b${MINUTES} (?:easy )?(?:run|jog|runs|of running)\b`, 'g'),
    ([a, b], before) => ran([whole(a), whole(b)], before),
  );
  rest = take(rest, NO_RUN, () => {
    set(0);
    return true;
  });
  return { text: rest, items: longest === null ? {} : { longestRunMinutes: longest } };
};

/**
 * "3 calm runs" = at run pain 2 or less and settled (docs/clinical-rules.md §4.4); plain "3 runs" says
 * nothing about pain.
 */
const calmRuns: Reader = (text) => {
  const items: Items = {};
  const rest = take(
    text,
    new RegExp(
      String.raw`(${N}) calm runs?\b|\b(${N}) runs? (?:at|with) (?:run )?(?:pain )?2 or less\b`,
      'g',
    ),
    ([a, b], before) => {
      const runs = whole(a) ?? whole(b);
      if (runs !== null && runs <= 7 && !isUndone(before)) items.runsDone = runs;
      return true;
    },
  );
  return { text: rest, items };
};

const SIDE = '(?: (?:side|leg|calf))?';
const MOST_RAISES = 60;
/**
 * "raises 26 sore 27 other", "26 raises sore leg, 27 other": both legs or nothing, for the comparison of the
 * two is what counts (docs/clinical-rules.md §9.11).
 */
const raises: Reader = (text) => {
  const items: Items = {};
  const set = (sore: number | null, other: number | null): boolean => {
    if (sore === null || other === null || sore > MOST_RAISES || other > MOST_RAISES) return false;
    items.raisesSore = Math.min(sore, items.raisesSore ?? sore);
    items.raisesOther = Math.min(other, items.raisesOther ?? other);
    return true;
  };
  const rest = take(
    text,
    new RegExp(
      String.raw`\b(?:(?:heel |calf )?raises?:? )?(\d{1,2}) (?:(?:heel |calf )?raises? )?(?:on )?(?:the )?sore${SIDE},? ?(?:and )?(\d{1,2}) (?:on )?(?:the )?other${SIDE}\b`,
      'g',
    ),
    ([sore, other]) => set(whole(sore), whole(other)),
  );
  return { text: rest, items };
};

const FINE =
  '(?:fine|ok|okay|good|settled|normal|usual|great|all right|alright|no worse|not worse|back to normal|as usual|calm)';
const NEXT = '(?:the )?(?:next|following) (?:morning|day)';
const SETTLED = new RegExp(
  String.raw`\b${FINE}(?: (?:by|on|in|again|it was))* ${NEXT}\b|\b${NEXT}(?: (?:was|is|it was|all|felt|always|:|=))* ${FINE}\b|\bsettled (?:overnight|by morning)\b`,
  'g',
);
const LONGER =
  /\b(?:sore|worse|stiff|hurt|hurts|painful|ached|aching|lasted)\b[^.\n]{0,25}\b(?:two|2|three|3|several|few|couple of|four|4|five|5) days\b(?! ago)(?: after| later)?|\blonger than (?:a|one|1) day\b|\b(?:more than|over) 24 ?h(?:ours)?\b/g;
const SORE_NEXT = new RegExp(
  String.raw`\b(?:sore|worse|stiff|stiffer|sorer|painful|hurt|bad|not ${FINE}|isnt ${FINE}|wasnt ${FINE})(?: (?:by|on|in|the))* ${NEXT}\b|\b${NEXT}(?: (?:was|is|it was|felt))* (?:sore|worse|stiff|bad|not ${FINE})`,
  'g',
);
const EASED =
  /\b(?:settled|gone|fine|ok|better|eased|calm|normal)\b[^.\n]{0,25}\b(?:within (?:a|1|one|the) day|within 24|in 24|same day|by (?:the )?(?:evening|noon|lunch|lunchtime|night|midday|afternoon)|later that day)\b(?: ?h(?:ours)?)?/g;
const BOTH_STIFF =
  /\bboth (?:calves|sides|legs|calfs)\b[^.,;\n]{0,24}\bstiff\b(?: (?:the )?next (?:morning|day))?|\bstiff(?:ness)?(?: in)? both(?: (?:calves|sides|legs))?(?: (?:the )?next (?:morning|day))?|\bboth stiff\b/g;

/**
 * How it was next morning. The worse of what was said; sore without "settled" is left open between `worse24`
 * and `longer`, unless both mean the same.
 */
const nextDay: Reader = (text, { maintenance }) => {
  const said = { longer: false, both: false, sore: false, eased: false, fine: false };
  const mark =
    (key: keyof typeof said) =>
    (_: readonly unknown[], before: string): boolean => {
      if (key !== 'fine' || !isUndone(before)) said[key] = true;
      else said.sore = true;
      return true;
    };
  let rest = take(text, BOTH_STIFF, mark('both'));
  rest = take(rest, SORE_NEXT, mark('sore'));
  rest = take(rest, LONGER, mark('longer'));
  rest = take(rest, EASED, mark('eased'));
  rest = take(rest, SETTLED, mark('fine'));
  if (said.longer) return { text: rest, items: { nextDay: 'longer' } };
  if (said.both) return { text: rest, items: { nextDay: 'stiffBoth' } };
  if (said.sore) return { text: rest, items: said.eased || maintenance ? { nextDay: 'worse24' } : {} };
  return { text: rest, items: said.fine ? { nextDay: 'settled' } : {} };
};

const KILLER =
  '(?:pain ?-?killers?|painkillers?|pain ?relief|meds|pain medication|ibuprofen|paracetamol|naproxen|aspirin|advil|nurofen|tylenol|acetaminophen|diclofenac|voltaren)';
const NONE_TAKEN = new RegExp(
  String.raw`\b(?:no|without(?: any)?|0|didnt (?:take|need|use)(?: any)?|did not (?:take|need|use)(?: any)?|havent taken(?: any)?|took no|took 0|no need for) ${KILLER}\b(?: (?:taken|used|needed|at all|for the calf))*|\b${KILLER} ?[:=-]? ?(?:no|none|0)\b`,
  'g',
);
const UNSURE = new RegExp(
  String.raw`\b(?:unsure|not sure|dont know|dont remember|cant remember)(?: \w{1,10}){0,3} ${KILLER}\b|\b${KILLER} ?[:=-]? ?(?:unsure|not sure|dont know)\b`,
  'g',
);

/** Any painkiller named outside a clear "no" was taken. */
const painkillers: Reader = (text) => {
  const said = { no: false, unsure: false, yes: false };
  let rest = take(text, UNSURE, () => (said.unsure = true));
  rest = take(rest, NONE_TAKEN, () => (said.no = true));
  rest = take(
    rest,
    new RegExp(String.raw`(?:\d{1,3} )?\b${KILLER}\b(?: (?:once|twice|yes|\d{1,2} times))?`, 'g'),
    () => (said.yes = true),
  );
  if (said.yes) return { text: rest, items: { painkillers: 'yes' } };
  if (said.unsure) return { text: rest, items: { painkillers: 'unsure' } };
  return { text: rest, items: said.no ? { painkillers: 'no' } : {} };
};

const NO_SIGNS =
  /\b(?:no|0|none of (?:the|these|those|your)|without(?: any)?|not any(?: of the)?) (?:stop|red|warning)[ -]?(?:signs?|flags?)\b(?! (?:except|but|apart|other|only|read|checked|list|seen|page|mail|were read))|\b(?:stop|red|warning)[ -]?(?:signs?|flags?) ?[:=-]? ?(?:none|no|0)\b(?! \w)/g;

/** "no stop signs". `none` alone answers nothing (docs/contract.md §3). */
const stopSigns: Reader = (text) => {
  let none = false;
  const rest = take(text, NO_SIGNS, (_, before) => {
    none = !/(?:\b(?:not|never|if|unless|almost|nearly|cant say|dont know)|\?) ?$/.test(before);
    return true;
  });
  return { text: rest, items: none ? { redFlags: [] } : {} };
};

export const READERS: readonly Reader[] = [
  stopSigns,
  painkillers,
  raises,
  calmRuns,
  running,
  sessions,
  nextDay,
];
