import { expect, test } from 'vitest';
import { BANKS } from '@/lib/agreements/banks';
import { BINS } from '@/lib/agreements/bins';
import { isUnderMaintenance, limitsOf, recogniseCard } from '@/lib/agreements/card-rules';
import { cardNoSchema, signingCodeSchema } from '@/lib/agreements/schema';
import { withLuhn } from '@/tests/support/card-numbers';

test.each([
  ['6200000000000005', 'test_6200', 'debit'],
  ['6200000000000013', 'test_6200', 'credit'],
  [withLuhn('622202000000000001'), 'icbc', 'debit'],
  [withLuhn('622588000000001'), 'cmb', 'debit'],
  [withLuhn('622575000000001'), 'cmb', 'credit'],
  [withLuhn('622200000000001'), 'test_6222', 'debit'],
])('%s is known by its first digits and its length', (cardNo, bank, cardType) => {
  expect(recogniseCard(cardNo)).toEqual({ kind: 'card', bank, cardType });
});

test('a mistyped digit is no card; a right number of no bank we know is unsupported', () => {
  expect(recogniseCard('6200000000000006')).toEqual({ kind: 'not_a_card' });
  expect(recogniseCard('620000000000000x')).toEqual({ kind: 'not_a_card' });
  expect(recogniseCard('0')).toEqual({ kind: 'not_a_card' });
  expect(recogniseCard('4111111111111111')).toEqual({ kind: 'card_unsupported' });
});

test('no prefix stands for two kinds of card of one length', () => {
  const kinds = BINS.flatMap(({ prefix, lengths }) =>
    lengths.map((length) => `${prefix}/${length}`),
  );
  const twice = kinds.filter((kind, place) => kinds.indexOf(kind) !== place);
  expect(twice).toEqual([]);
});

test('a bank’s day allows at least one payment of its largest', () => {
  for (const { limits } of Object.values(BANKS)) {
    for (const { single, daily } of Object.values(limits)) {
      expect(daily.amountMinor).toBeGreaterThanOrEqual(single.amountMinor);
    }
  }
  expect(limitsOf('psbc', 'debit').single.amountMinor).toBe(500_000n);
});

test('maintenance is by the clock in Beijing, also over midnight', () => {
  const at = (clock: string) => new Date(`2026-11-26T${clock}:00+08:00`);
  expect(isUnderMaintenance('psbc', at('23:29'))).toBe(false);
  expect(isUnderMaintenance('psbc', at('23:30'))).toBe(true);
  expect(isUnderMaintenance('psbc', at('00:09'))).toBe(true);
  expect(isUnderMaintenance('psbc', at('00:10'))).toBe(false);
  expect(isUnderMaintenance('test_6228', at('02:15'))).toBe(true);
  expect(isUnderMaintenance('icbc', at('02:15'))).toBe(false);
});

test('numbers are taken as people type them', () => {
  expect(cardNoSchema.parse(' ６２００ 0000-0000 0005 ')).toBe('6200000000000005');
  expect(cardNoSchema.safeParse('6200 0000 0000 0006').success).toBe(false);
  expect(signingCodeSchema.parse(' 111 111 ')).toBe('111111');
  expect(signingCodeSchema.safeParse('11111').success).toBe(false);
});
