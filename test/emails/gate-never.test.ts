/** What no mail may do, and views that are refused. Numbers in brackets are those of the quality bar. */
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../emails/examples.ts';
import { renderMail } from '../../emails/render.ts';
import { every, mails, named, visible } from './every-mail.ts';

describe('what no mail may do', () => {
  it('confirm carries no word that a person typed', () => {
    for (const { view } of EXAMPLES.confirm)
      expect(renderMail(named(view, 'Zebedee'))).toEqual(renderMail(named(view, null)));
    for (const { view } of EXAMPLES.already)
      expect(renderMail(named(view, 'Zebedee'))).toEqual(renderMail(named(view, null)));
  });
  it('only the mails that ask, and what answers a reply, invite one, and every footer says that nobody reads one', () =>
    every(
      ({ html, text, view }) =>
        /No person reads replies/.test(html) &&
        (['check-in', 'reminder', 'maintenance', 'ack', 'question'].includes(view.frame.kind) ||
          !/\b(?:just|simply|or) reply|reply (?:to this|with)/i.test(
            text.replace('reads replies to this mail', ''),
          )),
    ));
  it('every footer says what this is not', () =>
    every(({ html, text }) =>
      [html, text.replace(/\s+/g, ' ')].every((part) =>
        /not medical advice, and it does not diagnose, treat or monitor/.test(part),
      ),
    ));
  it('content that waits for review says so, and only then', () =>
    every(({ html, text, view }) =>
      [html, text].every((part) => /awaits review by a clinician/.test(part) === view.frame.awaitingReview),
    ));
  it('a check-in never prints what a number triggers', () => {
    for (const { kind, text, html } of mails)
      if (kind === 'check-in' || kind === 'reminder')
        expect(`${text}${visible(html)}`).not.toMatch(/doctor|ease|hold|stops? you|regress|progress|see a/i);
  });
  it('a safety mail shows no exercise and the numbers of the country', () => {
    for (const { kind, text, view } of mails) {
      if (kind !== 'safety') continue;
      expect(text).toContain(view.frame.numbers.emergency);
      expect(text).toContain('If an exercise mail crossed with this one, please ignore it.');
      expect(text).not.toMatch(/sets of/);
    }
  });
  it('direction controls of a name are gone and a right-to-left name is isolated', () => {
    for (const { id, text, html } of mails.filter((m) => m.id.includes('right to left'))) {
      expect([id, /[\u202a-\u202e\u200f]/.test(text), html.includes('&#8238;')]).toEqual([id, false, false]);
    }
    expect(renderMail(named(EXAMPLES.plan[0]!.view, 'دانيال')).text).toContain('\u2068دانيال\u2069');
  });
});

describe('a view with a hole is refused with its field', () => {
  const { view } = EXAMPLES.plan[0]!;
  it.each(['A\r\nBcc: x@example.com', 'A\nB', 'A\u2028B'])('a name %j', (name) =>
    expect(() => renderMail(named(view, name))).toThrow('mail view: frame.firstName has a line break'),
  );
  it('a name with NUL', () =>
    expect(() => renderMail(named(view, 'a\0'))).toThrow(
      'mail view: frame.firstName has a control character',
    ));
  it('a field that is undefined', () =>
    expect(() => renderMail({ ...view, body: { ...view.body, headline: undefined } as never })).toThrow(
      'mail view: body.headline is missing',
    ));
  it('a number that is none', () =>
    expect(() => renderMail({ ...view, frame: { ...view.frame, week: Number.NaN } })).toThrow(
      'mail view: frame.week is no finite number',
    ));
  it('a body of another kind', () =>
    expect(() => renderMail({ frame: view.frame, body: EXAMPLES.silent[0]!.view.body })).toThrow(
      'frame.kind is plan and body.kind is silent',
    ));
  it('no way to leave', () =>
    expect(() =>
      renderMail({ ...view, frame: { ...view.frame, links: { ...view.frame.links, unsubscribe: null } } }),
    ).toThrow('frame.links.unsubscribe is missing'));
  it('a grid that is not 0 to 10', () => {
    const checkIn = EXAMPLES['check-in'][0]!.view;
    if (!('scale' in checkIn.body)) throw new Error('no scale');
    const { body } = checkIn;
    expect(() => renderMail({ ...checkIn, body: { ...body, scale: body.scale.slice(1) } })).toThrow(
      'body.scale needs the values 0 to 10',
    );
  });
  it('a link that is no URL', () => {
    const confirm = EXAMPLES.confirm[0]!.view;
    expect(() =>
      renderMail({ ...confirm, body: { ...confirm.body, confirmUrl: 'javascript:alert(1)' } as never }),
    ).toThrow('mail slot kit.button.url needs an absolute http(s) URL');
  });
});
