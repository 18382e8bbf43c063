import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContractChannel } from '@/lib/contracts/contract';
import { cny } from '@/lib/money/money';
import { chooseChannel } from '@/lib/routing/choose-channel';
import type { Candidate, RoutingFacts } from '@/lib/routing/route';
import { costOf } from '@/lib/routing/rules';

const CHANNELS: readonly ContractChannel[] = ['unionpay', 'netsunion'];

const health = fc.record({
  state: fc.constantFrom('closed', 'closed', 'closed', 'open', 'half_open'),
  probeDue: fc.boolean(),
  calls: fc.nat(60),
  successRate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
});
const contract = fc.record({
  permissions: fc.subarray(['token', 'qr'] as const),
  leastMinor: fc.option(fc.bigInt({ min: 1n, max: 1_000n })),
  mostMinor: fc.option(fc.bigInt({ min: 1_000n, max: 1_000_000n })),
  hours: fc.constantFrom(null, '00:00-24:00', '08:00-20:00', '22:00-06:00'),
  debitCostMillionths: fc.nat(10_000),
  creditCostMillionths: fc.nat(10_000),
});
const candidate = (channel: ContractChannel): fc.Arbitrary<Candidate> =>
  fc.record({
    channel: fc.constant(channel),
    contract: fc.option(contract),
    needs: fc.constantFrom(null, 'token', 'qr'),
    supportsCard: fc.constantFrom(true, true, true, false),
    agreement: fc.constantFrom('active', 'none'),
    health,
    inMaintenance: fc.constantFrom(false, false, false, true),
  });
const facts: fc.Arbitrary<RoutingFacts> = fc.record({
  amount: fc.bigInt({ min: 1n, max: 2_000_000n }).map(cny),
  cardType: fc.constantFrom(null, 'debit', 'credit', 'semi_credit', 'prepaid', 'unknown'),
  now: fc.date({ noInvalidDate: true }),
  candidates: fc.tuple(candidate('unionpay'), candidate('netsunion')),
  exclude: fc.subarray([...CHANNELS]),
});
const holds = (property: (given: RoutingFacts) => boolean) =>
  fc.assert(fc.property(facts, property), { numRuns: 500 });
const find = (given: RoutingFacts, channel: ContractChannel | null) =>
  given.candidates.find((one) => one.channel === channel);

describe('whatever the facts', () => {
  test('the choice does not depend on the order in which channels are named', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const turned = { ...given, candidates: [...given.candidates].reverse() };
        expect(chooseChannel(turned)).toEqual(chooseChannel(given));
      }),
    );
  });

  test('a channel that is excluded, has no contract or no permission is never chosen', () => {
    holds((given) => {
      const { chosen } = chooseChannel(given);
      if (!chosen) return true;
      const { contract: terms, needs } = find(given, chosen) ?? {};
      const permitted = !needs || terms?.permissions.includes(needs) === true;
      return !given.exclude?.includes(chosen) && !!terms && permitted;
    });
  });

  test('an open breaker is never chosen unless its probe is due, and then it says so', () => {
    holds((given) => {
      const { chosen, probe } = chooseChannel(given);
      const found = find(given, chosen)?.health;
      if (!found) return !probe;
      return found.state === 'closed' ? !probe : found.probeDue && probe;
    });
  });

  test('an amount outside the limits is never sent', () => {
    holds((given) => {
      const terms = find(given, chooseChannel(given).chosen)?.contract;
      const { amountMinor } = given.amount;
      return (
        !terms ||
        ((terms.leastMinor ?? 0n) <= amountMinor && amountMinor <= (terms.mostMinor ?? amountMinor))
      );
    });
  });

  test('something is chosen whenever something is usable, and it is first', () => {
    holds((given) => {
      const { chosen, ranking } = chooseChannel(given);
      const usable = ranking.filter((one) => one.usable);
      return usable.length === 0
        ? chosen === null
        : ranking[0]?.channel === chosen && ranking[0]?.reason === 'chosen';
    });
  });

  test('every channel is ranked once, the usable before the others', () => {
    holds((given) => {
      const { ranking } = chooseChannel(given);
      const firstUnusable = ranking.findIndex((one) => !one.usable);
      return (
        new Set(ranking.map((one) => one.channel)).size === given.candidates.length &&
        ranking.length === given.candidates.length &&
        (firstUnusable < 0 || ranking.slice(firstUnusable).every((one) => !one.usable))
      );
    });
  });

  test('the answer survives being kept as JSON', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const kept = JSON.stringify(chooseChannel(given));
        expect(JSON.parse(kept)).toMatchObject({ ranking: [{}, {}] });
        expect(JSON.stringify(JSON.parse(kept))).toBe(kept);
      }),
    );
  });

  test('the cheaper channel never loses to the dearer when the rest is equal', () => {
    holds((given) => {
      const [one] = given.candidates;
      if (!one?.contract) return true;
      const dearer = {
        ...one,
        channel: 'unionpay' as const,
        contract: {
          ...one.contract,
          debitCostMillionths: one.contract.debitCostMillionths + 50_000,
          creditCostMillionths: one.contract.creditCostMillionths + 50_000,
        },
      };
      const cheaper = { ...one, channel: 'netsunion' as const };
      const { chosen, ranking } = chooseChannel({
        ...given,
        exclude: [],
        candidates: [dearer, cheaper],
      });
      const cost = (it: Candidate) =>
        it.contract ? costOf(given.amount, given.cardType, it.contract) : 0n;
      const tells = cost(dearer) - cost(cheaper) > 1n;
      return !ranking[0]?.usable || !tells || chosen === 'netsunion';
    });
  });
});
