import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineFacts } from '@/lib/carriers/line';
import { CARRIER_MODES } from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import { chooseLine } from '@/lib/routing/choose-line';
import type { LineRouting } from '@/lib/routing/line-route';

const money = fc.bigInt({ min: 0n, max: 4_000n }).map(cny);
const left = fc.option(money);
const facts = (id: string): fc.Arbitrary<LineFacts> =>
  fc
    .record({
      modes: fc.subarray([...CARRIER_MODES], { minLength: 1 }),
      shareMillionths: fc.constantFrom(300_000, 400_000, 450_000),
      hours: fc.constantFrom(null, null, '08:00-20:00', '22:00-06:00'),
      provinceOpen: fc.constantFrom(true, true, true, false),
      prices: fc.uniqueArray(fc.constantFrom(100n, 600n, 3_000n, 5_000n)),
      left: fc.record({ userDay: left, userMonth: left, provinceDay: left, provinceMonth: left }),
      stopped: fc.constantFrom(false, false, false, true),
      decided: fc.nat(60),
      paidPart: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ modes, shareMillionths, hours, paidPart, ...given }) => {
      const prices = given.provinceOpen ? given.prices.sort((a, b) => Number(a - b)) : [];
      return {
        line: {
          id,
          carrier: 'cmcc',
          name: id,
          serviceId: id,
          modes,
          shareMillionths,
          hours,
          billText: id,
          termDays: 60,
        },
        ...given,
        feePoint: prices.includes(600n) ? 'P600' : null,
        dearest: prices.length > 0 ? cny(prices.at(-1) ?? 0n) : null,
        prices: prices.map(cny),
        paid: Math.floor(given.decided * paidPart),
      };
    });
const routing: fc.Arbitrary<LineRouting> = fc.record({
  amount: fc.constant(cny(600n)),
  lines: fc.subarray(['a', 'b', 'c', 'd']).chain((ids) => fc.tuple(...ids.map((id) => facts(id)))),
  carrier: fc.constant('cmcc' as const),
  province: fc.constant('44'),
  modes: fc.shuffledSubarray([...CARRIER_MODES]),
  now: fc.date({ noInvalidDate: true }),
  usable: fc.constantFrom(true, true, true, false),
  exclude: fc.subarray(['a', 'b', 'c', 'd'], { maxLength: 2 }),
});
const always = (check: (given: LineRouting) => void) =>
  fc.assert(fc.property(routing, check), { numRuns: 1_000 });
const chosenOf = (given: LineRouting) => {
  const { chosen } = chooseLine(given);
  const line = given.lines.find((one) => one.line.id === chosen?.lineId);
  return chosen && line ? { chosen, line } : undefined;
};

test('the choice does not depend on the order in which lines are named', () => {
  always((given) => {
    const turned = { ...given, lines: [...given.lines].reverse() };
    expect(chooseLine(turned)).toEqual(chooseLine(given));
  });
});

test('either a line is chosen or something is told, never both and never neither', () => {
  always((given) => {
    const { chosen, obstacle } = chooseLine(given);
    expect(chosen === null).toBe(obstacle !== null);
  });
});

test('nothing is charged where it is not open, not for sale, stopped, used up or already tried', () => {
  always((given) => {
    const found = chosenOf(given);
    if (!found) return;
    const { line, chosen } = found;
    expect(line.provinceOpen && !line.stopped && given.usable).toBe(true);
    expect(line.prices).toContainEqual(given.amount);
    expect(given.exclude).not.toContain(chosen.lineId);
    for (const limit of Object.values(line.left)) {
      expect(limit?.amountMinor ?? 600n).toBeGreaterThanOrEqual(600n);
    }
  });
});

test('the way is one that both the line has and is allowed, and none before it is', () => {
  always((given) => {
    const found = chosenOf(given);
    if (!found) return;
    const { line, chosen } = found;
    expect(line.line.modes).toContain(chosen.mode);
    const better = given.modes.slice(0, given.modes.indexOf(chosen.mode));
    expect(better.filter((mode) => line.line.modes.includes(mode))).toEqual([]);
  });
});

test('every line is ranked once, those that can charge first, and the chosen one at the top', () => {
  always((given) => {
    const { chosen, ranking } = chooseLine(given);
    expect(ranking.map((one) => one.lineId).sort()).toEqual(
      given.lines.map((one) => one.line.id).sort(),
    );
    const usable = ranking.filter((one) => one.usable);
    expect(ranking.slice(0, usable.length)).toEqual(usable);
    expect(usable[0]?.lineId ?? null).toBe(chosen?.lineId ?? null);
  });
});

test('what has been tried in vain is never what the shopper is told', () => {
  always((given) => {
    const { obstacle } = chooseLine(given);
    if (obstacle?.reason !== 'above_most') return;
    const others = given.lines.filter(({ line }) => !given.exclude?.includes(line.id));
    expect(others.map((one) => one.dearest)).toContainEqual(obstacle.most);
  });
});

test('among equals the smaller share wins', () => {
  always((given) => {
    const equal = given.lines.map((one) => ({ ...one, decided: 0, paid: 0 }));
    const found = chosenOf({ ...given, lines: equal });
    if (!found) return;
    const { ranking } = chooseLine({ ...given, lines: equal });
    const shares = ranking.filter((one) => one.usable).map((one) => one.shareMillionths);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});
