import { expect, test } from 'vitest';
import { isLostConnection, repeatCall } from '@/lib/core/repeat-call';

const failing = (times: number, error: Error) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw error;
    return calls;
  };
};
const coded = (code: string) => Object.assign(new Error('x'), { code });

test.each(['40P01', '40001', '53300', '57P01', '57P03', '08006', 'ECONNREFUSED', 'ECONNRESET'])(
  'a call that broke with %s is made again, since a lost answer is not an answer',
  async (code) => {
    expect(await repeatCall(failing(1, coded(code)))).toBe(2);
  },
);

test.each(['23505', '22P02', 'CA001'])('one that broke with %s is not', async (code) => {
  await expect(repeatCall(failing(1, coded(code)))).rejects.toMatchObject({ code });
});

test('the driver’s own words for a lost connection are known', () => {
  expect(isLostConnection(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isLostConnection(new Error('syntax error'))).toBe(false);
});
