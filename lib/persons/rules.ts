// GB 11643-1999: the weights of the first seventeen digits and the check characters by remainder.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The eighteenth character that the first seventeen digits ask for. */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return CHECKS.charAt(sum % 11);
}

/** Eighteen characters with a birth date that exists and a check character that is right. */
export const isIdNo = (text: string): boolean =>
  /^[1-9]\d{5}(19|20)\d{9}[\dX]$/.test(text) &&
  isRealDate(text.slice(6, 14)) &&
  checkCharacter(text) === text.charAt(17);

function isRealDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.toISOString().slice(0, 10).replaceAll('-', '') === digits;
}

/** "110101199003070038" → "110***********0038". */
export const maskIdNo = (idNo: string): string =>
  `${idNo.slice(0, 3)}${'*'.repeat(idNo.length - 7)}${idNo.slice(-4)}`;

/** "张三" → "张*": the surname's first character, as many stars as characters are left out. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(rest.length);
};

/** One spelling per name, for telling whether two are the same. */
export const nameKey = (name: string): string => name.toUpperCase();
