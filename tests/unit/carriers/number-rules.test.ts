import { describe, expect, test } from 'vitest';
import { lookupOf, ownerOf } from '@/lib/carriers/number-rules';

const RANGE = { carrier: 'cmcc', province: '44' } as const;

describe('whose a number is', () => {
  test('is what its carrier says, where that has said anything', () => {
    const word = { carrier: 'cucc', province: '31', ported: true } as const;
    expect(ownerOf(RANGE, word)).toEqual(word);
    expect(ownerOf(undefined, word)).toEqual(word);
  });

  test('is told by its range where the carriers know nobody, or say nothing', () => {
    const nobodys = { carrier: null, province: null, ported: false };
    expect(ownerOf(RANGE, nobodys)).toEqual({ ...RANGE, ported: false });
    expect(ownerOf(RANGE, undefined)).toEqual({ ...RANGE, ported: false });
    expect(ownerOf(undefined, nobodys)).toBeUndefined();
    expect(ownerOf(undefined, undefined)).toBeUndefined();
  });

  test('keeps the province of its range where the carrier names none: porting does not move it', () => {
    expect(ownerOf(RANGE, { carrier: 'ctcc', province: null, ported: true })).toEqual({
      carrier: 'ctcc',
      province: '44',
      ported: true,
    });
  });
});

describe('what a carrier says', () => {
  test('is kept for a day, and that it is nobody’s for an hour', () => {
    const found = { carrier: 'cbn', province: '12', ported: true } as const;
    expect(lookupOf({ kind: 'found', ...found })).toEqual({ ...found, hours: 24 });
    expect(lookupOf(undefined)).toMatchObject({ carrier: null, hours: 1 });
  });

  test('is not kept where it said nothing', () => {
    expect(lookupOf({ kind: 'unknown', cause: 'timeout', evidence: {} })).toBeUndefined();
  });
});
