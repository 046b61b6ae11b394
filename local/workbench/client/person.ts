/** One participant: where the course stands week by week, the state, the journal. */
import type { Digest, MailLine, One, Row } from './api.ts';
import { el, shownTime } from './dom.ts';

/** One row of the table of people. */
export function rowOf(one: Row, open: () => void): HTMLTableRowElement {
  const name = el('button', { textContent: one.email ?? one.id, onclick: open });
  const { status, week, level, stage, footCore, wakeAt } = one;
  const cells = [status, week, level, stage, footCore, wakeAt === null ? 'idle' : shownTime(wakeAt)];
  const shown = cells.map((cell) => el('td', { textContent: cell === null ? '–' : String(cell) }));
  return el('tr', {}, el('td', {}, name), ...shown);
}

const folded = (title: string, value: unknown): HTMLDetailsElement =>
  el(
    'details',
    {},
    el('summary', { textContent: title }),
    el('pre', { textContent: JSON.stringify(value, null, 2) }),
  );

/** The mail that told what a week's answer changed: the plan or safety mail of the week after, or its decision. */
export function mailOfWeek(
  mails: readonly MailLine[],
  email: string | null,
  week: number,
): MailLine | undefined {
  const ours = mails.filter((m) => m.to === email);
  return (
    ours.find((m) => m.week === week + 1 && (m.kind === 'plan' || m.kind === 'start')) ??
    ours.find(
      (m) => m.week === week && (m.kind === 'safety' || m.kind === 'decision' || m.kind === 'graduation'),
    ) ??
    ours.find((m) => m.week === week && m.kind === 'check-in')
  );
}

function weekRow(digest: Digest, open: (() => void) | null): HTMLTableRowElement {
  const { week, average, worst, outcome, rule, level, stage } = digest;
  const pain = average === null ? 'no answer' : `${average}${worst === null ? '' : `, worst ${worst}`}`;
  const name = open === null ? `week ${week}` : el('button', { textContent: `week ${week}`, onclick: open });
  const bar = el('span', { className: 'bar' });
  bar.style.width = `${(average ?? 0) * 10}px`;
  const cells = [outcome, rule, `LV${level}`, stage].map((text) => el('td', { textContent: text }));
  return el('tr', {}, el('td', {}, name), el('td', {}, bar, ` ${pain}`), ...cells);
}

/** Weeks, state and journal of one participant; a week leads to the mail that told about it. */
export function personOf(
  one: One,
  mails: readonly MailLine[],
  open: (mail: MailLine) => void,
): readonly Node[] {
  const history = one.state.course?.history ?? [];
  const weeks = history.map((digest) => {
    const mail = mailOfWeek(mails, one.email, digest.week);
    return weekRow(digest, mail === undefined ? null : () => open(mail));
  });
  const head = ['Week', 'Pain', 'Outcome', 'Rule', 'Level', 'Stage'].map((text) =>
    el('th', { scope: 'col', textContent: text }),
  );
  const table = el(
    'table',
    { className: 'weeks' },
    el('thead', {}, el('tr', {}, ...head)),
    el('tbody', {}, ...weeks),
  );
  const journal = [...one.journal]
    .reverse()
    .map((entry) =>
      folded(
        `${shownTime(entry.at)} · ${entry.actor} · ${entry.command} → ${entry.events.map((e) => e.type).join(', ')}`,
        entry.events,
      ),
    );
  return [
    el('h3', { textContent: `${one.email ?? one.id}: week by week` }),
    history.length === 0 ? el('p', { className: 'empty', textContent: 'No week is decided yet.' }) : table,
    el('h3', { textContent: 'State' }),
    folded(`revision ${one.rev}`, one.state),
    el('h3', { textContent: 'Journal, newest first' }),
    ...journal,
  ];
}
