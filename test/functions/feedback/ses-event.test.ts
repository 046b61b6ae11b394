/** What the provider reports, read: which bounces are for good, and which complaints are none. */
import { describe, expect, it } from 'vitest';
import { readSesEvent } from '../../../functions/feedback/ses-event.ts';

const event = (rest: object) => {
  const mail = {
    messageId: 'm-1',
    timestamp: '2026-03-08T07:00:00.000Z',
    tags: { dispatch: ['p1_plan-w2'] },
    destination: ['anna@post.example'],
  };
  const read = readSesEvent(JSON.stringify({ Message: JSON.stringify({ mail, ...rest }) }));
  if (!read.ok) throw new TypeError(read.refusal);
  return read.value;
};
const bounce = (bounceType: string, recipient: object) =>
  event({
    eventType: 'Bounce',
    bounce: { bounceType, bounceSubType: 'General', bouncedRecipients: [recipient] },
  });

describe('a bounce', () => {
  it.each(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.4.4'])(
    '%s is for good, whatever SES calls it',
    (status) => {
      for (const type of ['Transient', 'Undetermined', 'Permanent']) {
        expect(bounce(type, { status }).permanent).toBe(true);
        expect(bounce(type, { diagnosticCode: `smtp; 550 ${status} no such address` }).permanent).toBe(true);
      }
    },
  );
  it.each(['5.2.2', '5.7.1', '4.4.4', '4.1.1', '5.1.15', '5.4.45', '5.0.0', ''])(
    '%s is for now',
    (status) => {
      expect(bounce('Transient', { status }).permanent).toBe(false);
      expect(bounce('Permanent', { status }).permanent).toBe(true);
    },
  );
  it('without a code is what SES says', () => {
    expect(bounce('Transient', {}).permanent).toBe(false);
    expect(event({ eventType: 'Bounce', bounce: { bounceType: 'Permanent' } }).permanent).toBe(true);
    expect(event({ eventType: 'Delivery' }).permanent).toBe(false);
  });
});

describe('a complaint', () => {
  it.each(['abuse', 'fraud', 'virus', 'other', null, undefined])('"%s" is one', (complaintFeedbackType) =>
    expect(event({ eventType: 'Complaint', complaint: { complaintFeedbackType } }).type).toBe('Complaint'),
  );
  it('"not-spam" is none: nobody leaves by it', () =>
    expect(event({ eventType: 'Complaint', complaint: { complaintFeedbackType: 'not-spam' } }).type).toBe(
      'Subscription',
    ));
});
