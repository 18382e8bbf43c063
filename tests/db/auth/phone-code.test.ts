import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPhoneCode } from '@/lib/auth/check-phone-code';
import { requestPhoneCode } from '@/lib/auth/request-phone-code';
import { requestSignInCode } from '@/lib/auth/request-sign-in-code';
import { signInShopper } from '@/lib/auth/sign-in-shopper';
import { newSortableNumber } from '@/lib/core/ids';
import { somePhone } from '../../support/phones';
import { refusalCode } from '../../support/refusal-code';
import { startSmsReceiver } from '../../support/sms-receiver';

let sms: Awaited<ReturnType<typeof startSmsReceiver>>;
beforeAll(async () => {
  sms = await startSmsReceiver();
});
afterAll(() => sms.stop());

const purpose = 'subscriptions';
/** Each from an address and a browser of its own, unless given. */
const send = (phone: string, device = newSortableNumber()) =>
  requestPhoneCode({ phone, purpose, device, address: newSortableNumber() });
const check = (phone: string, code: string) =>
  checkPhoneCode({ phone, purpose, code, address: newSortableNumber() });
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('the code proves the phone once', async () => {
  const phone = somePhone();
  await send(phone);
  const code = sms.codeFor(phone);
  const checks = await Promise.allSettled([check(phone, code), check(phone, code)]);
  expect(checks.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await refusalCode(check(phone, code))).toBe('sign_in_code_wrong');
});

test('a code to see subscriptions signs nobody in, and a sign-in code shows no subscriptions', async () => {
  const phone = somePhone();
  const address = newSortableNumber();
  await send(phone);
  const proving = sms.codeFor(phone);
  expect(await refusalCode(signInShopper({ phone, code: proving, address }))).toBe(
    'sign_in_code_wrong',
  );
  await requestSignInCode({ phone, address });
  const signing = sms.codeFor(phone);
  if (signing !== proving) {
    expect(await refusalCode(check(phone, signing))).toBe('sign_in_code_wrong');
  }
  await check(phone, proving);
});

test('five wrong guesses use the code up, and another one takes its place', async () => {
  const phone = somePhone();
  await send(phone);
  const code = sms.codeFor(phone);
  for (let guess = 0; guess < 5; guess += 1) {
    expect(await refusalCode(check(phone, otherThan(code)))).toBe('sign_in_code_wrong');
  }
  expect(await refusalCode(check(phone, code))).toBe('sign_in_code_wrong');
  await send(phone);
  await check(phone, sms.codeFor(phone));
});

const sentTo = (phone: string) => sms.messages.filter((message) => message.phone === phone);

test('five an hour go to a phone, and using them up locks nobody out of signing in', async () => {
  const phone = somePhone();
  for (let sent = 0; sent < 5; sent += 1) await send(phone);
  expect(await refusalCode(send(phone))).toBe('too_many_requests');
  expect(sentTo(phone)).toHaveLength(5);
  await requestSignInCode({ phone, address: newSortableNumber() });
  expect(sentTo(phone)).toHaveLength(6);
});

test('one browser sends ten an hour, to whichever phones', async () => {
  const device = newSortableNumber();
  for (let sent = 0; sent < 10; sent += 1) await send(somePhone(), device);
  const phone = somePhone();
  expect(await refusalCode(send(phone, device))).toBe('too_many_requests');
  expect(sentTo(phone)).toEqual([]);
});
