/** The bell of the bench: what would have woken the operator, newest first. */
import { type Alarm, ask } from './api.ts';
import { byId, el, shownTime } from './dom.ts';

let rung = 0;

/** Shows so many alarms; the list is asked for only when their number has changed. */
export async function drawBell(count: number): Promise<void> {
  if (count === rung) return;
  const alarms = await ask<readonly Alarm[]>('alarms');
  rung = alarms.length;
  byId('bell').textContent = `Alarms: ${rung}`;
  byId('bell').classList.toggle('rings', rung > 0);
  byId('alarms').replaceChildren(
    ...alarms
      .toReversed()
      .map(({ at, alarm, participantId }) =>
        el('li', { textContent: [shownTime(at), alarm, participantId ?? ''].filter(Boolean).join(' · ') }),
      ),
  );
}

/** A press opens the list and closes it. */
export function wireBell(): void {
  byId('bell').addEventListener('click', () => {
    byId('alarms').hidden = !byId('alarms').hidden;
    byId('bell').setAttribute('aria-expanded', String(!byId('alarms').hidden));
  });
}
