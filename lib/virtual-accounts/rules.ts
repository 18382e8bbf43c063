import { passesLuhn, withCheckDigit } from '@/lib/core/luhn';

/** The number that the platform's bank gave to accounts under ours; all of them start with it. */
const BANK_PREFIX = '88';
const SERIAL_DIGITS = 13;

/** The sixteen digits of the account with that serial number. */
export const virtualNumber = (serial: bigint): string =>
  withCheckDigit(`${BANK_PREFIX}${serial.toString().padStart(SERIAL_DIGITS, '0')}`);

/** Could this be one of our numbers? A mistyped one is told before anybody looks it up. */
export const isVirtualNumber = (text: string): boolean =>
  /^88[0-9]{14}$/.test(text) && passesLuhn(text);

/** "8800 0000 0000 0013": as a bank prints it, four digits at a time. */
export const groupNumber = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');

/** "张*": enough for a person at the desk to recognise the payer, too little to know them. */
export const maskName = (name: string): string => {
  const [first = ''] = [...name.trim()];
  return first && `${first}*`;
};

/** "****1234"; a number too short to hide anything is hidden whole. */
export const maskAccount = (account: string): string => {
  const digits = account.replace(/\s/g, '');
  return digits && `****${digits.length > 8 ? digits.slice(-4) : ''}`;
};

/** One key for both destinations: the same money is either credited or in suspense, never both. */
export const bankCreditKey = (bankReference: string): string => `bank-credit:${bankReference}`;
