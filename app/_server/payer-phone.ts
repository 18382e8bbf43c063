import { randomUUID } from 'node:crypto';
import { maskPhone } from '@/lib/auth/rules';
import type { PhoneCharge } from '@/lib/payments/phone-charge';
import { dropSealed, keepSealed, readSealed } from './sealed-cookie';

// Between two pages the number travels in cookies that only we can read, never in an address.

export interface CheckedPhone {
  /** Which answer it is: what is agreed to has to be what was shown, also where two pages are open. */
  id: string;
  /** The order that it was asked for: its amount decides the answer. */
  token: string;
  /** Eleven digits. */
  phone: string;
  found: PhoneCharge;
}

export const keepCheckedPhone = (checked: Omit<CheckedPhone, 'id'>): Promise<void> =>
  keepSealed('checkedPhone', JSON.stringify({ id: randomUUID(), ...checked }, fenAsText));

export async function findCheckedPhone(token: string): Promise<CheckedPhone | undefined> {
  const text = await readSealed('checkedPhone');
  if (text === undefined) return undefined;
  // Nobody but keepCheckedPhone can have sealed it.
  const checked: CheckedPhone = JSON.parse(text, textAsFen);
  return checked.token === token ? checked : undefined;
}

export const dropCheckedPhone = (): Promise<void> => dropSealed('checkedPhone');

/** The shopper's own wish, said again with each payment; another number is left as it is. */
export async function rememberPhone(phone: string, wanted: boolean): Promise<void> {
  if (wanted) return keepSealed('rememberedPhone', phone);
  if (await isRememberedPhone(phone)) await forgetPhone();
}
export const findRememberedPhone = (): Promise<string | undefined> => readSealed('rememberedPhone');

/** Told by the numbers themselves: two of them may look alike once they are masked. */
export const isRememberedPhone = async (phone: string): Promise<boolean> =>
  (await findRememberedPhone()) === phone;

export const forgetPhone = (): Promise<void> => dropSealed('rememberedPhone');

/** Only what the page may show of it. */
export async function rememberedPhoneMasked(): Promise<string | null> {
  const phone = await findRememberedPhone();
  return phone === undefined ? null : maskPhone(phone);
}

const FEN = 'amountMinor';
const fenAsText = (_name: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
const textAsFen = (name: string, value: unknown): unknown =>
  name === FEN && typeof value === 'string' ? BigInt(value) : value;
