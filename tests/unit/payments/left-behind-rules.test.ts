import { expect, test } from 'vitest';
import { lateFate } from '@/lib/payments/left-behind-rules';

type Facts = Parameters<typeof lateFate>[0];

test.each<[string, Partial<Facts>, ReturnType<typeof lateFate>]>([
  ['an open order takes what was left behind', { order: 'open' }, 'pays'],
  ['… not where the balance’s part of it is gone', { order: 'open', part: 'gone' }, 'goes_back'],
  ['a paid order gives it back', { order: 'paid', policy: 'accept' }, 'goes_back'],
  ['an expired one by its merchant: accept', { policy: 'accept' }, 'pays'],
  ['an expired one by its merchant: refund', { policy: 'refund' }, 'goes_back'],
  ['a closed one by its merchant: hold', { order: 'closed', policy: 'hold' }, 'merchant_decides'],
  [
    'whatever the merchant says, not without the balance’s part',
    { policy: 'accept', part: 'gone' },
    'goes_back',
  ],
  ['with it', { policy: 'accept', part: 'held' }, 'pays'],
])('money that may still come: %s', (_name, facts, fate) => {
  const usual = {
    attempt: 'superseded',
    order: 'expired',
    policy: 'refund',
    part: 'none',
  } as const;
  expect(lateFate({ ...usual, ...facts })).toBe(fate);
});

test.each<[string, Partial<Facts>, ReturnType<typeof lateFate>]>([
  ['for a paid order', { order: 'paid', policy: 'hold' }, 'goes_back'],
  ['where the merchant refunds it', {}, 'goes_back'],
  ['where the merchant holds it', { policy: 'hold' }, 'merchant_decides'],
  ['the rest of a mixed payment alone', { policy: 'accept', part: 'gone' }, 'goes_back'],
  ['it is back', { attempt: 'returned', policy: 'hold' }, 'goes_back'],
])('money that has come late: %s', (_name, facts, fate) => {
  const usual = {
    attempt: 'late_succeeded',
    order: 'expired',
    policy: 'refund',
    part: 'none',
  } as const;
  expect(lateFate({ ...usual, ...facts })).toBe(fate);
});
