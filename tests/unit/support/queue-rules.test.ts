import { expect, test } from 'vitest';
import { STAFF_ROLES } from '@/lib/core/staff-permissions';
import { planRow } from '@/lib/support/bulk-rules';
import { readLiveSubject } from '@/lib/support/live-rules';
import { QUEUES, type QueueRow } from '@/lib/support/queue';
import {
  actionsOf,
  ageOf,
  ageTone,
  decidable,
  LATE_AFTER_MINUTES,
  pageOfRow,
  readCursor,
} from '@/lib/support/queue-rules';
import { QUEUE_QUERY } from '@/lib/support/queue-schema';
import { viewPath } from '@/lib/support/view-rules';

const NOW = new Date('2026-11-26T12:00:00Z');
const inMinutes = (n: number) => new Date(NOW.getTime() + n * 60_000);

test('an age turns amber when half of its queue’s time is left and red when none is, to the millisecond', () => {
  for (const queue of QUEUES) {
    const half = LATE_AFTER_MINUTES[queue] / 2;
    const tone = (dueAt: Date | null) => ageTone(queue, { dueAt }, NOW);
    expect(tone(inMinutes(half))).toBe('neutral');
    expect(tone(new Date(inMinutes(half).getTime() - 1))).toBe('warn');
    expect(tone(new Date(NOW.getTime() + 1))).toBe('warn');
    expect(tone(NOW)).toBe('bad');
    expect(tone(null)).toBe('neutral');
  }
});

test('an age is told in the largest unit that says enough', () => {
  const age = (minutes: number) => {
    const { n, unit } = ageOf(inMinutes(-minutes), NOW);
    return `${n} ${unit}`;
  };
  expect([0, 59, 60, 47 * 60 + 59, 48 * 60, 10 * 1_440].map(age)).toEqual([
    '0 minutes',
    '59 minutes',
    '1 hours',
    '47 hours',
    '2 days',
    '10 days',
  ]);
  // A clock that runs behind makes nothing negative.
  expect(ageOf(inMinutes(5), NOW)).toEqual({ unit: 'minutes', n: 0 });
});

test('what an address asks for is understood part by part, exactly or not at all', () => {
  const reads = (name: keyof typeof QUEUE_QUERY, text: string) =>
    QUEUE_QUERY[name].safeParse(text).data;
  expect(reads('least', '1,234.5')).toBe(123_450n);
  for (const text of ['', '-1', '1.234', 'abc', '1e3'])
    expect(reads('least', text)).toBe(undefined);
  expect(reads('age', '240')).toBe(240);
  expect(reads('age', '-5')).toBe(undefined);
  expect(reads('channel', 'unionpay')).toBe('unionpay');
  expect(reads('channel', "x' OR 1=1")).toBe(undefined);
  expect(reads('mine', '0')).toBe(undefined);
  expect(readCursor('1764158400000.att_01jd0000000000000000000000')).toEqual({
    at: '1764158400000',
    id: 'att_01jd0000000000000000000000',
  });
  for (const text of ['', '1', '1.x', '-1.att_01jd0000000000000000000000']) {
    expect(readCursor(text)).toBe(undefined);
  }
});

test('a saved view keeps the filters of a queue and nothing else of an address', () => {
  expect(viewPath('/office/queues/in-doubt')).toBe('/office/queues/in-doubt');
  expect(viewPath('/office/queues/in-doubt?after=1.x&age=30&evil=%22&merchant=')).toBe(
    '/office/queues/in-doubt?age=30',
  );
  for (const path of [
    '/office/queues/in-doubt/bulk?pick=1',
    '/office/queues/../ledger',
    ' /office/queues/in-doubt',
    '//x/office/queues/in-doubt',
    `/office/queues/in-doubt?merchant=${'a'.repeat(600)}`,
  ]) {
    expect(viewPath(path)).toBe(undefined);
  }
});

test('only those who decide are shown what waits for them', () => {
  expect(decidable('agent')).toEqual(['refund_case']);
  expect(decidable('senior_agent')).toEqual(['refund_case', 'claim', 'inquiry']);
  expect(decidable('operator')).toEqual(['breaker']);
  expect(decidable('auditor')).toEqual([]);
  expect(STAFF_ROLES.filter((role) => decidable(role).length > 0)).not.toContain('auditor');
});

test('every row leads to the page that explains it, and an order comes after its case', () => {
  const known = { orderId: 'ord_1', caseId: 'rcs_1', state: 'unknown', detail: null };
  const row = { ...known, kind: 'payout' } as const;
  expect(pageOfRow(row)).toBe('/office/refund-cases/rcs_1');
  expect(pageOfRow({ ...row, caseId: null })).toBe('/office/orders/ord_1');
  expect(pageOfRow({ ...row, caseId: null, orderId: null })).toBe(undefined);
  expect(pageOfRow({ ...row, kind: 'suspense', caseId: null, orderId: null })).toBe(
    '/office/ledger/suspense',
  );
  const refund = { ...row, kind: 'refund', caseId: null } as const;
  expect(pageOfRow(refund)).toBe('/office/orders/ord_1');
  expect(pageOfRow({ ...refund, detail: '45' })).toBe('/office/orders/ord_1#held');
});

test('a row that is gone, switched off, at the same person or without a case is left alone', () => {
  const row = { id: 'a', caseId: 'rcs_1', assignedTo: null } as QueueRow;
  const facts = { to: 'usr_1', endpointOff: new Set(['off']) };
  const skip = (action: 'ask-again' | 'send-again' | 'assign', of: QueueRow | undefined) =>
    planRow(of?.id ?? 'a', of, { ...facts, action }).skip;
  expect(skip('ask-again', undefined)).toBe('gone');
  expect(skip('ask-again', row)).toBe(null);
  expect(skip('send-again', row)).toBe(null);
  expect(skip('send-again', { ...row, id: 'off' })).toBe('endpoint_off');
  expect(skip('assign', row)).toBe(null);
  expect(skip('assign', { ...row, assignedTo: 'usr_1' })).toBe('already');
  expect(skip('assign', { ...row, caseId: null })).toBe('no_case');
  expect(actionsOf('suspense')).toEqual([]);
});

test('an open page is about a queue, an order or a case that could exist', () => {
  expect(readLiveSubject('queue:in-doubt')).toEqual({ type: 'queue', id: 'in-doubt' });
  expect(readLiveSubject('order:ord_1')).toEqual({ type: 'order', id: 'ord_1' });
  expect(readLiveSubject('channels:all')).toEqual({ type: 'channels', id: 'all' });
  for (const text of ['', 'queue:all', 'user:usr_1', 'order:', 'order:x y', 'order:../x']) {
    expect(readLiveSubject(text)).toBe(undefined);
  }
});
