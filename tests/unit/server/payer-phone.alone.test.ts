import { beforeEach, expect, test, vi } from 'vitest';
import { payerDevice } from '@/app/_server/payer-device';
import {
  findCheckedPhone,
  findRememberedPhone,
  isRememberedPhone,
  keepCheckedPhone,
  rememberedPhoneMasked,
  rememberPhone,
} from '@/app/_server/payer-phone';
import { cny } from '@/lib/money/money';

interface Kept {
  value: string;
  options: { maxAge: number; path: string; httpOnly: boolean };
}

// The browser's side of a request: what it was given, it sends back.
const jar = vi.hoisted(() => new Map<string, Kept>());
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Kept['options']) =>
      jar.set(name, { value, options }),
  }),
}));
vi.mock('@/lib/core/env', () => ({
  env: () => ({
    APP_ORIGIN: 'https://pay.example',
    ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
  }),
}));

const PHONE = '13800138000';
const FOUND = {
  phoneMasked: '138****8000',
  carrier: 'cmcc',
  province: '41',
  ported: false,
  charge: {
    kind: 'open',
    mode: 'sms',
    amount: cny(600n),
    billText: '增值业务-12',
    leftToday: cny(4_400n),
    leftThisMonth: null,
  },
} as const;
const CHECKED = { token: 'one', phone: PHONE, found: FOUND };

beforeEach(() => {
  jar.clear();
  vi.useRealTimers();
});

test('a number and what was said of it come back as they were, for the order that they were asked for', async () => {
  await keepCheckedPhone(CHECKED);
  const kept = await findCheckedPhone('one');
  expect(kept).toEqual({ id: expect.any(String), ...CHECKED });
  await keepCheckedPhone(CHECKED);
  // Asked again it is another answer: whoever still sees the first one agrees to nothing by it.
  expect((await findCheckedPhone('one'))?.id).not.toBe(kept?.id);
  expect(await findCheckedPhone('another')).toBeUndefined();
});

test('no cookie shows a number, and no script, other page or other path gets it', async () => {
  await keepCheckedPhone(CHECKED);
  await rememberPhone(PHONE, true);
  for (const { value, options } of jar.values()) {
    expect(value).not.toContain(PHONE);
    expect(Buffer.from(value, 'base64url').includes(PHONE)).toBe(false);
    expect(options).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax', path: '/pay' });
  }
});

test('what somebody changed, or put under another name, is nothing', async () => {
  await keepCheckedPhone(CHECKED);
  const sealed = jar.get('__Secure-cashier_phone');
  if (sealed) jar.set('__Secure-cashier_number', sealed);
  expect(await findRememberedPhone()).toBeUndefined();
  jar.set('__Secure-cashier_phone', {
    ...(sealed as Kept),
    value: `${sealed?.value.slice(0, -2)}AA`,
  });
  expect(await findCheckedPhone('one')).toBeUndefined();
});

test('after ten minutes a number is asked for again, also where the browser keeps the cookie', async () => {
  vi.useFakeTimers();
  await keepCheckedPhone(CHECKED);
  expect(jar.get('__Secure-cashier_phone')?.options.maxAge).toBe(600);
  vi.advanceTimersByTime(599_000);
  expect(await findCheckedPhone('one')).toBeDefined();
  vi.advanceTimersByTime(1_001);
  expect(await findCheckedPhone('one')).toBeUndefined();
});

test('a number is remembered only where that is wished, for 180 days, and forgotten when it is not wished any more', async () => {
  await rememberPhone(PHONE, false);
  expect(await findRememberedPhone()).toBeUndefined();
  await rememberPhone(PHONE, true);
  expect(await rememberedPhoneMasked()).toBe('138****8000');
  expect(jar.get('__Secure-cashier_number')?.options.maxAge).toBe(180 * 24 * 3600);
  await rememberPhone('13900139000', false);
  expect(await findRememberedPhone()).toBe(PHONE);
  await rememberPhone(PHONE, false);
  expect(await findRememberedPhone()).toBeUndefined();
});

test('a number is the remembered one only if all of it is, not if it looks so once masked', async () => {
  expect(await isRememberedPhone(PHONE)).toBe(false);
  await rememberPhone(PHONE, true);
  expect(await isRememberedPhone(PHONE)).toBe(true);
  expect(await isRememberedPhone('13811118000')).toBe(false);
});

test('a browser keeps its name, and one that nobody could have been given is not taken', async () => {
  const first = await payerDevice();
  expect(await payerDevice()).toBe(first);
  jar.set('__Host-cashier_device', {
    ...(jar.get('__Host-cashier_device') as Kept),
    value: 'x'.repeat(5_000),
  });
  expect(await payerDevice()).toMatch(/^[\w-]{22}$/);
});
