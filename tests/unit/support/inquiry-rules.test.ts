import { expect, test } from 'vitest';
import type { InquiryDecision } from '@/lib/support/inquiry';
import { effectOf, type InquiryFacts, propose, type Standing } from '@/lib/support/inquiry-rules';

const one = (state: Standing['state'], more: Partial<Standing> = {}): Standing => ({
  ...{ attemptId: 'att_1', state, goingBack: false, backFailed: false, mixed: false },
  ...more,
});
const facts = (
  order: InquiryFacts['order'],
  payments: Standing[],
  subscribes = false,
): InquiryFacts => ({ order, subscribes, payments });
const HELD = { kind: 'accept', attemptId: 'att_1' };
const BACK = { kind: 'giveBack', attemptId: 'att_1' };
const NOTHING = { kind: 'nothing' };
const no = (refused: string) => ({ refused });

const CASES: [string, InquiryFacts, InquiryDecision | null, Record<InquiryDecision, object>][] = [
  [
    'asking has credited it',
    facts('paid', [one('succeeded')]),
    'settle',
    { settle: NOTHING, refund: no('inquiry_not_paid'), reject: no('inquiry_paid') },
  ],
  [
    'late money is held for a person',
    facts('expired', [one('late_succeeded')]),
    'settle',
    { settle: HELD, refund: BACK, reject: no('inquiry_paid') },
  ],
  [
    'late money is on its way back',
    facts('expired', [one('late_succeeded', { goingBack: true })]),
    'refund',
    { settle: no('inquiry_not_paid'), refund: NOTHING, reject: no('inquiry_paid') },
  ],
  [
    'it was paid twice, and one is held',
    facts('paid', [one('succeeded', { attemptId: 'att_0' }), one('late_succeeded')]),
    'refund',
    { settle: NOTHING, refund: BACK, reject: no('inquiry_paid') },
  ],
  [
    'a balance’s part was given back meanwhile',
    facts('expired', [one('late_succeeded', { mixed: true })]),
    'refund',
    { settle: no('inquiry_not_paid'), refund: BACK, reject: no('inquiry_paid') },
  ],
  [
    'late money cannot begin a subscription',
    facts('expired', [one('late_succeeded')], true),
    'refund',
    { settle: no('inquiry_not_paid'), refund: BACK, reject: no('inquiry_paid') },
  ],
  [
    'giving it back has failed',
    facts('expired', [one('late_succeeded', { backFailed: true })]),
    'settle',
    { settle: HELD, refund: no('inquiry_no_way_back'), reject: no('inquiry_paid') },
  ],
  [
    'the channel says that nothing was paid',
    facts('expired', [one('failed')]),
    'reject',
    { settle: no('inquiry_not_paid'), refund: no('inquiry_not_paid'), reject: NOTHING },
  ],
  [
    'nobody can tell yet',
    facts('expired', [one('failed', { attemptId: 'att_0' }), one('unknown')]),
    null,
    {
      settle: no('inquiry_in_doubt'),
      refund: no('inquiry_in_doubt'),
      reject: no('inquiry_in_doubt'),
    },
  ],
];

test.each(CASES)('%s', (_, given, proposed, effects) => {
  expect(propose(given)).toBe(proposed);
  for (const [decision, effect] of Object.entries(effects)) {
    expect([decision, effectOf(decision as InquiryDecision, given)]).toEqual([decision, effect]);
  }
});
