import { expect, test } from 'vitest';
import { fromBeijingStamp, monthsBefore, toBeijingStamp } from '@/lib/sandbox/beijing-time';
import { judgeRefund } from '@/lib/sandbox/gateway/refund-rules';
import type { OrderRecord } from '@/lib/sandbox/state/records';

const at = (stamp: string) => fromBeijingStamp(stamp) ?? Number.NaN;

function judge(kind: 'refund' | 'undo', paidAt: string, askedAt: string): string | undefined {
  const request = { merId: '777290058110048', bizType: '000201', txnAmt: '6800' };
  const original: OrderRecord = {
    id: 'a',
    kind: 'consume',
    request,
    behaviour: {},
    receivedAtMs: at(paidAt),
    settledAtMs: at(paidAt),
    state: 'succeeded',
    wrongCodes: 0,
    queriesMisled: 0,
    noticeSends: [],
  };
  return judgeRefund({ kind, request, original, earlier: [], nowMs: at(askedAt) })?.respCode;
}

test('an undo is possible within the clearing day, which turns at 23:00 in Beijing', () => {
  expect(judge('undo', '20261120000000', '20261120225959')).toBeUndefined();
  expect(judge('undo', '20261120225959', '20261120230000')).toBe('35');
  expect(judge('undo', '20261120230000', '20261121225959')).toBeUndefined();
});

test('a refund is possible for eleven months', () => {
  expect(judge('refund', '20260101120000', '20261201120000')).toBeUndefined();
  expect(judge('refund', '20260101120000', '20261201120001')).toBe('35');
});

test('Beijing stamps are real dates, eight hours ahead of UTC, and turn back into themselves', () => {
  expect(toBeijingStamp(Date.UTC(2026, 11, 31, 16, 0, 1))).toBe('20270101000001');
  expect(fromBeijingStamp('20270101000001')).toBe(Date.UTC(2026, 11, 31, 16, 0, 1));
  expect(fromBeijingStamp('20260229000000')).toBeUndefined();
  expect(fromBeijingStamp('20261120246060')).toBeUndefined();
  expect(toBeijingStamp(monthsBefore(at('20261231101500'), 11))).toBe('20260131101500');
});
