import { expect, test } from 'vitest';
import { ORDER } from '@/lib/orders/states';
import { ATTEMPT } from '@/lib/payments/states';
import { PAYOUT } from '@/lib/payouts/states';
import { REFUND_CASE } from '@/lib/refund-cases/states';
import { REFUND } from '@/lib/refunds/states';
import type { Inquiry } from '@/lib/support/inquiry';
import type { MovedType, TimelineEvent } from '@/lib/support/timeline';
import { arrange, inquiryEvents, peopleOf, readActor, toneOf } from '@/lib/support/timeline-rules';
import en from '../../../app/_messages/en/office-orders.json';
import zh from '../../../app/_messages/zh-CN/office-orders.json';

const moved = (key: string, at: string, event = 'succeed', actor = 'channel'): TimelineEvent => ({
  ...{ key, at: new Date(at), kind: 'moved', type: 'attempt', subjectId: 'att_1' },
  ...{ event, to: 'succeeded', actor, cause: null },
});
const made: TimelineEvent = { key: 'made', at: new Date('2026-11-26T15:59:59.900Z'), kind: 'made' };
const entry: TimelineEvent = {
  ...{ key: 'ent_1', at: new Date('2026-11-26T16:00:01.100Z'), kind: 'entry', id: 'ent_1' },
  sentence: { zh: '收款', en: 'Received' },
};
const paid = moved('move:2', '2026-11-26T16:00:01.100Z');

test('a day is Beijing’s, and what one second brought stands together, cause before effect', () => {
  const days = arrange([entry, paid, made], 'oldest');
  expect(days.map(({ day }) => day)).toEqual(['2026-11-26', '2026-11-27']);
  expect(days[1]?.moments.map(({ events }) => events.map(({ key }) => key))).toEqual([
    ['move:2', 'ent_1'],
  ]);
});

test('newest first turns days and moments round, but not what happened within one', () => {
  const days = arrange([made, paid, entry, moved('move:3', '2026-11-26T17:00:00Z')], 'newest');
  expect(
    days.map(({ moments }) => moments.map(({ events }) => events.map(({ key }) => key))),
  ).toEqual([[['move:3'], ['move:2', 'ent_1']], [['made']]]);
});

test('an inquiry is two things: when the channel was asked, and when somebody decided', () => {
  const asked: Inquiry = {
    ...{ id: 'inq_1', orderId: 'ord_1', openedBy: 'usr_1', shopperWord: '扣款了', items: [] },
    ...{ proposed: 'reject', decided: null, decidedBy: null, decidedNote: null, decidedAt: null },
    createdAt: new Date('2026-11-26T16:00:00Z'),
  };
  expect(inquiryEvents(asked).map(({ kind }) => kind)).toEqual(['asked']);
  const decidedAt = new Date('2026-11-26T16:05:00Z');
  const decided = { ...asked, decided: 'reject', decidedBy: 'usr_2', decidedAt } as const;
  const events = inquiryEvents(decided);
  expect(events.map(({ kind, at }) => [kind, at])).toEqual([
    ['asked', asked.createdAt],
    ['decided', decidedAt],
  ]);
  expect(peopleOf([...events, moved('m', '2026-11-26T16:00:00Z', 'pay', 'usr_3'), paid])).toEqual([
    'usr_1',
    'usr_2',
    'usr_3',
  ]);
});

test('whoever moved something is a person, or one of six', () => {
  expect(readActor('usr_x')).toEqual({ kind: 'user', id: 'usr_x' });
  expect(
    ['shopper', 'merchant', 'channel_notice', 'bank', 'clock', 'system', 'test'].map(readActor),
  ).toEqual(
    ['shopper', 'merchant', 'channel', 'bank', 'schedule', 'system', 'system'].map((kind) => ({
      kind,
    })),
  );
});

test('a lost answer is doubtful, a refusal is bad, a success is good', () => {
  const tones = ['lose', 'fail', 'succeed', 'wait'].map((event) =>
    toneOf(moved('m', '2026-11-26T16:00:00Z', event)),
  );
  expect(tones).toEqual(['warn', 'bad', 'ok', 'neutral']);
});

test('every step of every state machine of an order has words in both languages', () => {
  const tables: Record<MovedType, object> = {
    ...{ order: ORDER, attempt: ATTEMPT, refund: REFUND },
    ...{ refund_case: REFUND_CASE, payout: PAYOUT },
  };
  for (const [type, table] of Object.entries(tables)) {
    const events = new Set(Object.values(table).flatMap((row) => Object.keys(row)));
    for (const words of [zh, en]) {
      const told = words.timeline.moved[type as MovedType];
      expect([type, [...events].filter((event) => !Object.hasOwn(told, event))]).toEqual([
        type,
        [],
      ]);
    }
  }
});
