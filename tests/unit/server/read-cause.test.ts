import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import zh from '@/app/_messages/zh-CN/office.json';
import { readCause } from '@/app/(office)/office/attempts/[id]/read-cause';

const WRITTEN_IN = [
  'accept-late-payment',
  'act-on-outcome',
  'confirm-held-payment',
  'renew-qr',
  'report-host-result',
  'resend-card-code',
  'resend-phone-code',
  'resolve-attempt',
  'settle-balance-payment',
  'start-channel-payment',
  'submit-card-code',
  'submit-phone-code',
  'switch-method',
];

test('every reason that a payment was moved for has words on support’s page', () => {
  const causes = WRITTEN_IN.flatMap((name) => {
    const source = readFileSync(`lib/payments/${name}.ts`, 'utf8');
    return [...source.matchAll(/\bcause(?::| =) '([^']+)'/g)].map(([, cause = '']) => cause);
  });
  expect(causes.length).toBeGreaterThanOrEqual(WRITTEN_IN.length);
  const words: Record<string, string> = zh.attempt.cause;
  for (const cause of causes)
    expect([cause, words[readCause(cause)?.key ?? '']]).not.toContain(undefined);
  expect(readCause('notice ntc_01')).toEqual({ key: 'notice', id: 'ntc_01' });
  expect(readCause('somebody said so')).toBeUndefined();
});
