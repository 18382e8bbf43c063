import { describe, expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import { chooseChannel } from '@/lib/routing/choose-channel';
import type { Candidate, ContractTerms, RoutingFacts } from '@/lib/routing/route';
import { isOpenAt } from '@/lib/routing/rules';

const TERMS: ContractTerms = {
  permissions: ['token'],
  leastMinor: null,
  mostMinor: null,
  hours: null,
  debitCostMillionths: 3_000,
  creditCostMillionths: 6_000,
};
const WELL: Candidate['health'] = {
  state: 'closed',
  probeDue: false,
  calls: 100,
  successRate: 1,
};
const OPEN: Candidate['health'] = { ...WELL, state: 'open' };

interface Change extends Partial<Omit<Candidate, 'contract' | 'health'>> {
  contract?: Partial<ContractTerms> | null;
  health?: Partial<Candidate['health']>;
}
const candidate = (
  channel: Candidate['channel'],
  { contract = {}, health, ...rest }: Change = {},
): Candidate => ({
  channel,
  contract: contract && { ...TERMS, ...contract },
  needs: 'token',
  supportsCard: true,
  agreement: 'active',
  health: { ...WELL, ...health },
  inMaintenance: false,
  ...rest,
});
const route = (unionpay: Change, netsunion: Change = {}, facts: Partial<RoutingFacts> = {}) =>
  chooseChannel({
    amount: cny(100_000n),
    cardType: 'debit',
    now: new Date('2026-11-26T04:00:00Z'),
    candidates: [candidate('unionpay', unionpay), candidate('netsunion', netsunion)],
    ...facts,
  });
const reasonOf = (found: ReturnType<typeof route>, channel: string) =>
  found.ranking.find((one) => one.channel === channel)?.reason;

describe('what cannot carry a payment says why', () => {
  const OBSTACLES: [string, Change, Partial<RoutingFacts>?][] = [
    ['excluded', {}, { exclude: ['unionpay'] }],
    ['no_contract', { contract: null }],
    ['not_permitted', { contract: { permissions: ['qr'] } }],
    ['card_unsupported', { supportsCard: false }],
    ['below_least', { contract: { leastMinor: 100_001n } }],
    ['above_most', { contract: { mostMinor: 99_999n } }],
    ['closed_now', { contract: { hours: '08:00-12:00' } }],
    ['maintenance', { inMaintenance: true }],
    ['breaker_open', { health: OPEN }],
    ['breaker_open', { health: { ...OPEN, state: 'half_open' } }],
  ];
  test.each(OBSTACLES)('%s', (reason, change, facts) => {
    const found = route(change, {}, facts);
    expect(found).toMatchObject({ chosen: 'netsunion', probe: false });
    expect(reasonOf(found, 'unionpay')).toBe(reason);
    expect(found.ranking.at(-1)).toMatchObject({ channel: 'unionpay', usable: false });
  });

  test('and when that is all there is, none is chosen', () => {
    const found = route({ contract: null }, { health: OPEN });
    expect(found).toMatchObject({ chosen: null, probe: false });
    expect(found.ranking.map(({ reason }) => reason)).toEqual(['no_contract', 'breaker_open']);
  });

  test('an amount at either bound is within it', () => {
    const bounds = { leastMinor: 100_000n, mostMinor: 100_000n };
    expect(route({ contract: bounds }).chosen).toBe('unionpay');
  });
});

describe('between those that can', () => {
  test('the cheaper one for this kind of card carries it', () => {
    const dearCredit = { contract: { debitCostMillionths: 1_000, creditCostMillionths: 9_000 } };
    expect(route(dearCredit).chosen).toBe('unionpay');
    const credit = route(dearCredit, {}, { cardType: 'credit' });
    expect(credit.chosen).toBe('netsunion');
    expect(credit.ranking).toEqual([
      expect.objectContaining({ channel: 'netsunion', reason: 'chosen', costFen: '600' }),
      expect.objectContaining({ channel: 'unionpay', reason: 'dearer', costFen: '900' }),
    ]);
    expect(route(dearCredit, {}, { cardType: 'semi_credit' }).chosen).toBe('netsunion');
  });

  test.each([null, 'unknown', 'debit_credit', 'prepaid'] as const)(
    'a card of kind %s is reckoned at the dearer rate',
    (cardType) => {
      expect(route({}, {}, { cardType }).ranking[0]?.costFen).toBe('600');
    },
  );

  test('one fen is no difference, two are', () => {
    // ¥1,000.00 at 10 millionths is 1 fen.
    const dearer = (fen: number): Change => ({
      contract: { debitCostMillionths: 3_000 + fen * 10 },
      agreement: 'active',
    });
    expect(route(dearer(1), { agreement: 'none' }).chosen).toBe('unionpay');
    expect(route(dearer(2), { agreement: 'none' }).chosen).toBe('netsunion');
  });

  test('at equal cost the more reliable one carries it, and five points are no difference', () => {
    expect(route({ health: { successRate: 0.9 } }).chosen).toBe('netsunion');
    expect(reasonOf(route({ health: { successRate: 0.9 } }), 'unionpay')).toBe('less_reliable');
    expect(route({ health: { successRate: 0.96 } }).chosen).toBe('unionpay');
  });

  test('cost outweighs reliability, until a channel fails more often than not', () => {
    const cheap = { contract: { debitCostMillionths: 1_000 } };
    expect(route({ ...cheap, health: { successRate: 0.6 } }).chosen).toBe('unionpay');
    const poor = route({ ...cheap, health: { successRate: 0.49, calls: 20 } });
    expect(poor.chosen).toBe('netsunion');
    expect(reasonOf(poor, 'unionpay')).toBe('less_reliable');
    expect(route({ ...cheap, health: { successRate: 0.2, calls: 19 } }).chosen).toBe('unionpay');
  });

  test('an agreement that exists saves a code, all else being equal', () => {
    const found = route({ agreement: 'none' });
    expect(found.chosen).toBe('netsunion');
    expect(reasonOf(found, 'unionpay')).toBe('not_signed');
    expect(route({ agreement: 'none', contract: { debitCostMillionths: 1_000 } }).chosen).toBe(
      'unionpay',
    );
  });

  test('when nothing tells them apart, the order of the house does', () => {
    expect(reasonOf(route({}), 'netsunion')).toBe('later');
  });

  test('one whose probe is due can be chosen, and is to be claimed first', () => {
    const due = { health: { ...OPEN, probeDue: true }, contract: { debitCostMillionths: 1 } };
    expect(route(due)).toMatchObject({ chosen: 'unionpay', probe: true });
    expect(route({}, due)).toMatchObject({ chosen: 'netsunion', probe: true });
  });
});

describe('opening hours are Beijing time', () => {
  const at = (time: string) => new Date(`2026-11-26T${time}+08:00`);
  test('their start is within them, their end is not', () => {
    expect(isOpenAt('09:00-17:30', at('09:00:00'))).toBe(true);
    expect(isOpenAt('09:00-17:30', at('08:59:59'))).toBe(false);
    expect(isOpenAt('09:00-17:30', at('17:29:59'))).toBe(true);
    expect(isOpenAt('09:00-17:30', at('17:30:00'))).toBe(false);
  });
  test('they may run over midnight, or all day', () => {
    expect(isOpenAt('22:00-06:00', at('23:30:00'))).toBe(true);
    expect(isOpenAt('22:00-06:00', at('05:59:00'))).toBe(true);
    expect(isOpenAt('22:00-06:00', at('12:00:00'))).toBe(false);
    expect(isOpenAt('00:00-24:00', at('23:59:59'))).toBe(true);
    expect(isOpenAt(null, at('03:00:00'))).toBe(true);
  });
  test('what cannot be read is closed', () => {
    expect(isOpenAt('always', at('12:00:00'))).toBe(false);
  });
});
