/**
 * Messages that were given up, and their way back to the queue they came from. Each is handed over before it
 * is taken away: broken off in between it is worked off twice, which changes nothing (hints carry an id, news
 * about mails only climb, a received mail is known by its id).
 */

/** Where messages die. The schedule's are not worth a way back: the next minute does the same again. */
export const DEAD_LANES = ['urgent', 'routine', 'feedback', 'replies'] as const;
export type DeadLane = (typeof DEAD_LANES)[number];
export type LaneCounts = Readonly<Record<DeadLane, number>>;
export interface WentBack {
  readonly moved: LaneCounts;
  /** Could not be read as what they should be; they stay where they are. */
  readonly left: LaneCounts;
}
export interface DeadLetters {
  /** About how many lie there. */
  waiting(): Promise<LaneCounts>;
  /** Puts back what lies there when it is called, not what dies meanwhile. */
  goBack(): Promise<WentBack>;
}

export const NONE: LaneCounts = { urgent: 0, routine: 0, feedback: 0, replies: 0 };
export const sumOf = (counts: LaneCounts): number => DEAD_LANES.reduce((sum, lane) => sum + counts[lane], 0);

export interface Letter {
  readonly body: string;
  /** By which it is taken away. */
  readonly handle: string;
}
/** One dead-letter queue and the way back from it. */
export interface DeadQueue {
  count(): Promise<number>;
  /** Some that nobody else is shown for a while; none = nothing more can be seen. */
  receive(): Promise<readonly Letter[]>;
  /** False: it is not what it should be, and nothing was handed over. */
  handBack(body: string): Promise<boolean>;
  remove(handle: string): Promise<void>;
}

async function emptied(queue: DeadQueue): Promise<{ readonly moved: number; readonly left: number }> {
  const most = await queue.count();
  let [moved, left] = [0, 0];
  while (moved + left < most) {
    const letters = await queue.receive();
    if (letters.length === 0) break;
    for (const { body, handle } of letters) {
      if (!(await queue.handBack(body))) {
        left += 1;
        continue;
      }
      await queue.remove(handle);
      moved += 1;
    }
  }
  return { moved, left };
}

const byLane = async (count: (lane: DeadLane) => Promise<number>): Promise<LaneCounts> =>
  Object.fromEntries(
    await Promise.all(DEAD_LANES.map(async (lane) => [lane, await count(lane)])),
  ) as LaneCounts;

/** The dead letters of a stage by its queues. */
export const deadLettersOf = (queues: Readonly<Record<DeadLane, DeadQueue>>): DeadLetters => ({
  waiting: () => byLane((lane) => queues[lane].count()),
  goBack: async () => {
    let [moved, left] = [NONE, NONE];
    for (const lane of DEAD_LANES) {
      const done = await emptied(queues[lane]);
      moved = { ...moved, [lane]: done.moved };
      left = { ...left, [lane]: done.left };
    }
    return { moved, left };
  },
});

/**
 * The event that a failed call of `functionName` was made with, out of what Lambda keeps of it; null = it is
 * no such record.
 */
export function failedCall(body: string, functionName: string): string | null {
  try {
    const { requestContext, requestPayload } = Object(JSON.parse(body)) as {
      readonly requestContext?: { readonly functionArn?: unknown };
      readonly requestPayload?: unknown;
    };
    const parts = String(requestContext?.functionArn).split(':');
    return parts[5] === 'function' && parts[6] === functionName && requestPayload != null
      ? JSON.stringify(requestPayload)
      : null;
  } catch {
    return null;
  }
}
