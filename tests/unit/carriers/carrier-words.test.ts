import { expect, test } from 'vitest';
import en from '@/app/_messages/en/carriers.json';
import zh from '@/app/_messages/zh-CN/carriers.json';
import { PROVINCES } from '@/lib/carriers/catalogue-rules';
import { CARRIER_MODES, CARRIERS } from '@/lib/channels/port';

test.each([
  ['zh-CN', zh],
  ['en', en],
] as const)(
  '%s has a name for every carrier, province and way, and each name once',
  (_l, words) => {
    expect(Object.keys(words.carrier).sort()).toEqual([...CARRIERS].sort());
    expect(Object.keys(words.province).sort()).toEqual([...PROVINCES, 'unknown'].sort());
    expect(Object.keys(words.mode).sort()).toEqual([...CARRIER_MODES].sort());
    const names = Object.values(words.province);
    expect(new Set(names).size).toBe(names.length);
  },
);
