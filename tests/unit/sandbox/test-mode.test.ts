import { expect, test } from 'vitest';
import { scriptSchema as unionpaySchema } from '@/lib/sandbox/behaviour/schema';
import { RESERVED_PHONE, TEST_CARDS, TEST_CODE } from '@/lib/sandbox/cardholder/test-cards';
import { behaviourOf } from '@/lib/sandbox/carrier/meanings';
import { scriptSchema as carrierSchema } from '@/lib/sandbox/carrier/schema';
import type { SandboxConfig } from '@/lib/sandbox/config';
import { scriptSchema as netsunionSchema } from '@/lib/sandbox/netsunion/schema';
import {
  MAGIC_CARD_PHONE,
  MAGIC_CARDS,
  MAGIC_CODE,
  MAGIC_PHONES,
  outcomeOfAmount,
} from '@/lib/test-mode/magic';
import { TEST_OUTCOMES } from '@/lib/test-mode/outcome';
import { scriptOf } from '@/lib/test-mode/rules';

const payment = {
  channelOrderNo: '01kx5q2m8z3t7v9w1x4y6a0b2c',
  requestedAt: new Date('2026-03-08T06:21:00Z'),
  payableUntil: new Date('2026-03-08T06:36:00Z'),
};
const TAKES = { unionpay: unionpaySchema, netsunion: netsunionSchema, carrier: carrierSchema };

test.each(Object.keys(TAKES) as (keyof typeof TAKES)[])(
  'the simulator of %s takes the script of every outcome, about that one payment',
  (channel) => {
    const scripts = TEST_OUTCOMES.map((outcome) => scriptOf(outcome, { channel, ...payment }));
    for (const { body } of scripts) {
      expect(TAKES[channel].safeParse(body).error).toBeUndefined();
      expect(Object.values(body.match)).toContain(payment.channelOrderNo);
    }
    // No two outcomes are the same thing.
    expect(new Set(scripts.map(({ body }) => JSON.stringify(body.behaviour))).size).toBe(
      TEST_OUTCOMES.length,
    );
  },
);

test('a payment that comes late is paid after its time, within what the simulator counts', () => {
  const lateOf = (payableUntil: Date) =>
    scriptOf('late', { channel: 'unionpay', ...payment, payableUntil }).body.behaviour;
  expect(lateOf(payment.payableUntil)).toEqual({ resultDelaySeconds: 905 });
  expect(lateOf(new Date('2026-04-08T06:21:00Z'))).toEqual({ resultDelaySeconds: 86_400 });
});

test.each([
  [9_002n, 'declined'],
  [19_003n, 'insufficient_funds'],
  [129_005n, 'in_doubt'],
  [9_001n, undefined],
  [902n, undefined],
  [90_020n, undefined],
  [6_800n, undefined],
])('%s fen end by themselves as %s', (fen, outcome) => {
  expect(outcomeOfAmount(fen)).toBe(outcome);
});

test('the cards that the docs list are the simulator’s, with what becomes of them', () => {
  const known = Object.values(TEST_CARDS).map(({ number }) => number.replaceAll(' ', ''));
  expect(Object.keys(MAGIC_CARDS).sort()).toEqual(known.sort());
  const endOf = (card: keyof typeof TEST_CARDS) =>
    (MAGIC_CARDS as Record<string, string>)[TEST_CARDS[card].number.replaceAll(' ', '')];
  expect([endOf('empty'), endOf('limit'), endOf('frozen')]).toEqual([
    'insufficient_funds',
    'limit_exceeded',
    'card_frozen',
  ]);
  expect([endOf('doubt'), endOf('late'), endOf('stale'), endOf('sms')]).toEqual([
    'in_doubt',
    'late',
    'phone_stale',
    'code_wrong',
  ]);
  expect([MAGIC_CODE, MAGIC_CARD_PHONE]).toEqual([TEST_CODE, RESERVED_PHONE]);
});

test('the phones that the docs list mean something to the simulator', () => {
  const config = { doubtMs: 20_000 } as SandboxConfig;
  // The one whose number nobody has is no payment at all.
  const ends = Object.keys(MAGIC_PHONES).filter((end) => end !== '0003');
  for (const end of ends) expect(behaviourOf(`1380000${end}`, config)).not.toEqual({});
  expect(behaviourOf('13800001234', config)).toEqual({});
});
