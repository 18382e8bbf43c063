/** The carriers, and which of them a number belongs to. */
export const CARRIERS = {
  cmcc: { zh: '中国移动', en: 'China Mobile', hotline: '10086' },
  cucc: { zh: '中国联通', en: 'China Unicom', hotline: '10010' },
  ctcc: { zh: '中国电信', en: 'China Telecom', hotline: '10000' },
  cbn: { zh: '中国广电', en: 'China Broadnet', hotline: '10099' },
} as const;
export type Carrier = keyof typeof CARRIERS;

export const CARRIER_NAMES = Object.keys(CARRIERS) as Carrier[];

export const isCarrier = (name: string): name is Carrier => Object.hasOwn(CARRIERS, name);

/** The first that fits; what fits none is nobody's. */
const PREFIXES: [Carrier, RegExp][] = [
  ['cbn', /^192/],
  ['cucc', /^(13[0-2]|15[56]|166|17[56]|18[56]|196)/],
  ['ctcc', /^(133|149|153|17[37]|18[019]|19[0139])/],
  ['cmcc', /^(13|147|15|17[28]|18|19[578])/],
];

/** Two digits each by GB/T 2260. */
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(
    ' ',
  );

/** Numbers that were taken along to another carrier (携号转网), by their last four digits. */
const PORTED: Record<string, Carrier> = {
  '0201': 'cmcc',
  '0202': 'cucc',
  '0203': 'ctcc',
  '0204': 'cbn',
};
const NOBODYS = '0003';

export interface Subscriber {
  /** 11 digits. */
  phone: string;
  carrier: Carrier;
  province: string;
  ported: boolean;
}

/** Whose number it is ("+8613800138000"); undefined: nobody's. */
export function findSubscriber(phoneNumber: string): Subscriber | undefined {
  const phone = /^\+86(1\d{10})$/.exec(phoneNumber)?.[1];
  const original = PREFIXES.find(([, prefix]) => prefix.test(phone ?? ''))?.[0];
  if (!phone || !original || phone.endsWith(NOBODYS)) return undefined;
  const carrier = PORTED[phone.slice(-4)] ?? original;
  const province = PROVINCES[Number(phone.slice(3, 7)) % PROVINCES.length] ?? '';
  return { phone, carrier, province, ported: carrier !== original };
}

export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
