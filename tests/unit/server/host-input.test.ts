import { expect, test } from 'vitest';
import { hostInput, hostReportInput } from '@/app/(cashier)/pay/[token]/host-input';

const token = 'x'.repeat(43);
const tn = '202611201200000000001';
const report = (said: Record<string, string>) => hostReportInput.parse({ token, tn, ...said });

test('a host’s answer is passed on as it is, its surface in our words', () => {
  expect(
    report({ result: 'success', surface: 'control', resultData: '{"sign":"","data":""}' }),
  ).toEqual({
    token,
    tn,
    result: 'success',
    surface: 'control',
    resultData: '{"sign":"","data":""}',
  });
  expect(report({ result: 'fail', surface: 'sdk-wap' }).surface).toBe('sdk_wap');
  expect(report({ result: 'not-installed' })).toEqual({ token, tn, result: 'not-installed' });
});

test.each([
  ['nothing at all', {}],
  ['a word of its own', { result: 'paid' }],
  ['our word for silence', { result: 'unknown' }],
  ['another case', { result: 'SUCCESS' }],
])('%s is silence: UnionPay is asked', (_name, said: Record<string, string>) => {
  expect(report(said).result).toBe('unknown');
});

test('a surface nobody knows is no surface, and takes nothing from the answer', () => {
  expect(report({ result: 'success', surface: 'sdk_wap' })).toEqual({
    token,
    tn,
    result: 'success',
    surface: undefined,
  });
});

test('signed words of more than 8 kB are no answer, counted in bytes', () => {
  const most = 'x'.repeat(8_192);
  expect(report({ result: 'success', resultData: most })).toMatchObject({ result: 'success' });
  const long = report({ result: 'success', resultData: `${most}x` });
  expect(long).toMatchObject({ result: 'unknown' });
  expect(long).not.toHaveProperty('resultData');
  expect(report({ result: 'success', resultData: '云'.repeat(2_731) }).result).toBe('unknown');
});

test('neither a TN nor a token that could be anything else gets in', () => {
  for (const wrong of [
    { tn: '' },
    { tn: "1' OR '1" },
    { tn: 'x'.repeat(65) },
    { token: '../office' },
  ]) {
    expect(hostReportInput.safeParse({ token, tn, result: 'success', ...wrong }).success).toBe(
      false,
    );
  }
});

test('what a bridge says about its app is one of few words', () => {
  for (const app of ['logged-in', 'logged-out.direct', 'not-installed', 'unknown.direct', 'none']) {
    expect(hostInput.parse({ app })).toEqual({ app });
  }
  for (const app of ['installed', 'none.direct', 'logged-in.', 'direct']) {
    expect(hostInput.safeParse({ app }).success).toBe(false);
  }
});
