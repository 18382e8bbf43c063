/** GB 11643: the weights of the first 17 digits, and the check digit by the remainder of their sum. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** People whose numbers the register knows; any other valid number belongs to whoever names it. */
export const TEST_PEOPLE: Readonly<Record<string, string>> = {
  '110101199003070038': '张三',
  '310101198512120024': '李四',
};

/** Whose the test cards are; any other card belongs to whoever names it. */
const HOLDERS: Readonly<Record<string, string>> = {
  '6200000000000005': '张三',
  '6200000000000013': '张三',
  '6200000000000021': '张三',
  '6200000000000039': '张三',
  '6200000000000047': '张三',
  '6200000000000054': '张三',
  '6200000000000062': '张三',
  '6200000000000070': '张三',
  '6200000000000088': '张三',
  '6200000000000096': '张三',
};

/** A name with these characters in it never matches. */
export const MISMATCH = '不符';

/** Made-up banks by the first digits of a card; any other card of 62 is of the last one. */
const BANKS: readonly [prefix: string, name: string][] = [
  ['6200', '测试银行'],
  ['6222', '样例银行'],
  ['6217', '演示银行'],
  ['6214', '示范银行'],
  ['6228', '练习银行'],
  ['6225', '模拟银行'],
  ['62', '外地银行'],
];

export function isIdNumber(idNo: string): boolean {
  if (!/^\d{17}[\dX]$/.test(idNo)) return false;
  const born = `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`;
  const date = new Date(`${born}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== born) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(idNo[at]), 0);
  return CHECK_DIGITS[sum % 11] === idNo[17];
}

/** A Chinese name of two characters or more, perhaps with the dot of a transcribed one. */
const isName = (name: string): boolean =>
  /^\p{Script=Han}[\p{Script=Han}·]*\p{Script=Han}$/u.test(name);

export function isPerson(name: string, idNo: string): boolean {
  if (!isName(name) || name.includes(MISMATCH) || !isIdNumber(idNo)) return false;
  return (TEST_PEOPLE[idNo] ?? name) === name;
}

/** A phone ending in 0000 is registered to somebody else; any other belongs to whoever names it. */
export const isOwnPhone = (phone: string): boolean =>
  /^1\d{10}$/.test(phone) && !phone.endsWith('0000');

/** The bank that issued a card; undefined for what is no card of ours to pay out to. */
export function bankOf(cardNo: string): string | undefined {
  if (!/^\d{16,19}$/.test(cardNo) || !hasLuhnDigit(cardNo)) return undefined;
  return BANKS.find(([prefix]) => cardNo.startsWith(prefix))?.[1];
}

export const isHolder = (cardNo: string, name: string): boolean =>
  !name.includes(MISMATCH) && (HOLDERS[cardNo] ?? name) === name;

function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
