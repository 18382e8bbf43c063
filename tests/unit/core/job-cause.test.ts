import { expect, test } from 'vitest';
import { splitCause } from '@/lib/core/queue';
import { JOBS } from '@/lib/jobs/registry';

const CAUSE = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

test('a job is done whatever a later build says of its trace beside what it carries', async () => {
  const traced = {
    ...{ attemptId: 'att_1', failedToo: true, traceparent: CAUSE },
    ...{ tracestate: 'vendor=1', traceid: 'x', traceFlags: 1, baggage: { any: ['thing'] } },
  };
  expect(splitCause(traced)).toEqual({
    data: { attemptId: 'att_1', failedToo: true },
    cause: CAUSE,
  });
  expect(splitCause({ attemptId: 'att_1' })).toEqual({ data: { attemptId: 'att_1' } });
  expect(splitCause({ attemptId: 'att_1', traceparent: 7 })).toEqual({
    data: { attemptId: 'att_1' },
  });
  expect(splitCause(null)).toEqual({ data: null });
});

test('what a job carries otherwise is still held against its schema, one field too many included', async () => {
  const { data } = splitCause({ refundId: 'ref_1', traceparent: CAUSE, amount: 1 });
  expect(data).toEqual({ refundId: 'ref_1', amount: 1 });
  await expect(JOBS['resolve-refund'].run(data)).rejects.toThrow('amount');
});
