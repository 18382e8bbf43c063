import { randomInt } from 'node:crypto';
import { planted } from './canaries';

/** Ranges and provinces as lib/sandbox/README.md describes them: the province by the four digits after the range. */
const PREFIX = { cmcc: '139', cucc: '130', ctcc: '133', cbn: '192' } as const;
const PROVINCES = { beijing: 0, henan: 15 } as const;
const PROVINCE_COUNT = 31;

/** Another number of the same range and province that looks the same once it is masked. */
export function lookalikeOf(phone: string): string {
  const middle = (Number(phone.slice(3, 7)) + PROVINCE_COUNT) % (PROVINCE_COUNT * 300);
  return planted(
    'phone',
    `${phone.slice(0, 3)}${String(middle).padStart(4, '0')}${phone.slice(-4)}`,
  );
}

/** A number that no other test uses; its last four digits say what becomes of its payments. */
export function phoneNumber({
  carrier = 'cmcc',
  province = 'beijing',
  ending = String(2_000 + randomInt(7_000)),
}: {
  carrier?: keyof typeof PREFIX;
  province?: keyof typeof PROVINCES;
  /** Nothing unusual unless given. */
  ending?: string;
} = {}): string {
  const middle = PROVINCES[province] + PROVINCE_COUNT * randomInt(300);
  return planted('phone', `${PREFIX[carrier]}${String(middle).padStart(4, '0')}${ending}`);
}
