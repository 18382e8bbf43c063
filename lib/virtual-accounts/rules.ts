/** The number that the platform's bank gave to accounts under ours; all of them start with it. */
const BANK_PREFIX = '88';
const SERIAL_DIGITS = 13;

/**
 * The Luhn check digit of a string of digits: it catches every single mistyped digit and nearly every
 * swapped pair.
 */
function checkDigit(digits: string): string {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    // Counted from the right, where the check digit will stand.
    const digit = Number(digits.charAt(digits.length - 1 - place));
    const doubled = place % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

export const withCheckDigit = (digits: string): string => `${digits}${checkDigit(digits)}`;

/** The sixteen digits of the account with that serial number. */
export const virtualNumber = (serial: bigint): string =>
  withCheckDigit(`${BANK_PREFIX}${serial.toString().padStart(SERIAL_DIGITS, '0')}`);

/** Could this be one of our numbers? A mistyped one is told before anybody looks it up. */
export const isVirtualNumber = (text: string): boolean =>
  /^88[0-9]{14}$/.test(text) && withCheckDigit(text.slice(0, -1)) === text;

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
