import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { logContext, noteInLog, withLogContext } from '@/lib/core/log-context';

test('what is under way at the same time keeps its own request, order and attempt', async () => {
  const one = (requestId: string, orderId: string) =>
    withLogContext({ requestId }, async () => {
      await pause(1);
      noteInLog({ orderId });
      await Promise.all([
        pause(1).then(() => noteInLog({ attemptId: `att_${orderId}` })),
        pause(2),
      ]);
      return { ...logContext() };
    });
  const all = await Promise.all([one('req_1', 'ord_1'), one('req_2', 'ord_2')]);
  expect(all).toEqual([
    { requestId: 'req_1', orderId: 'ord_1', attemptId: 'att_ord_1' },
    { requestId: 'req_2', orderId: 'ord_2', attemptId: 'att_ord_2' },
  ]);
  noteInLog({ orderId: 'ord_3' });
  expect(logContext()).toEqual({});
});

test('what is begun inside knows what it is a part of, and leaves nothing behind', () => {
  withLogContext({ requestId: 'req_1' }, () => {
    withLogContext({ jobId: 'job_1' }, () => {
      noteInLog({ refundId: 'ref_1' });
      expect(logContext()).toEqual({ requestId: 'req_1', jobId: 'job_1', refundId: 'ref_1' });
    });
    expect(logContext()).toEqual({ requestId: 'req_1' });
  });
});
