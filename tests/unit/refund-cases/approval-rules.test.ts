import { expect, test } from 'vitest';
import { STAFF_ROLES } from '@/lib/core/staff-permissions';
import { cny } from '@/lib/money/money';
import { approvalRefusal, CHECKERS, dailyCapOf, tierOf } from '@/lib/refund-cases/approval-rules';

const CARD = { kind: 'card', proof: 'four_elements', nameMatches: true } as const;

test.each([
  [1n, 'one'],
  [50_000n, 'one'],
  [50_001n, 'senior'],
  [500_000n, 'senior'],
  [500_001n, 'two'],
])('%s fen to a proved card of the payer’s name takes tier %s', (amountMinor, tier) => {
  expect(tierOf({ amount: cny(amountMinor), payee: CARD })).toBe(tier);
});

test('a card that not everything vouches for is one tier higher; another name always takes two seniors', () => {
  const tier = (amountMinor: bigint, payee: object, phoneByShop = false) =>
    tierOf({ amount: cny(amountMinor), payee: { ...CARD, ...payee }, phoneByShop });
  expect(tier(1n, { proof: 'none' })).toBe('senior');
  expect(tier(1n, { proof: 'three_elements' })).toBe('senior');
  expect(tier(1n, {}, true)).toBe('senior');
  expect(tier(50_001n, { proof: 'none' })).toBe('two');
  expect(tier(500_001n, { proof: 'none' })).toBe('two');
  expect(tier(1n, { nameMatches: false })).toBe('two');
  expect(tier(1n, { nameMatches: null })).toBe('senior');
  expect(tier(1n, { kind: 'balance', proof: 'signed_in', nameMatches: null }, true)).toBe('one');
});

test('who may approve nothing has no cap, and caps rise with the role', () => {
  const caps = Object.fromEntries(STAFF_ROLES.map((role) => [role, dailyCapOf(role).amountMinor]));
  expect(caps).toEqual({
    agent: 500_000n,
    senior_agent: 5_000_000n,
    finance: 20_000_000n,
    operator: 0n,
    auditor: 0n,
    admin: 0n,
  });
  expect(CHECKERS.two.needed).toBe(2);
});

const HASH = 'a'.repeat(64);
const proposal = {
  makerId: 'usr_maker',
  contentHash: HASH,
  tier: 'senior',
  approvedBy: ['usr_b'],
} as const;
const check = (more: object = {}) =>
  approvalRefusal({
    proposal,
    presentHash: HASH,
    seenHash: HASH,
    handedOverBy: ['usr_d'],
    checker: { id: 'usr_c', staffRole: 'finance' },
    ...more,
  });

test('an approval is of exactly what stands, by somebody else, once, in a role that may', () => {
  expect(check()).toBeUndefined();
  expect(check({ checker: { id: 'usr_maker', staffRole: 'finance' } })).toBe(
    'approval_same_person',
  );
  expect(check({ checker: { id: 'usr_d', staffRole: 'finance' } })).toBe('approval_claim_opener');
  expect(check({ seenHash: 'b'.repeat(64) })).toBe('approval_stale');
  expect(check({ presentHash: 'b'.repeat(64) })).toBe('approval_stale');
  expect(check({ checker: { id: 'usr_b', staffRole: 'finance' } })).toBe('approval_repeated');
  expect(check({ checker: { id: 'usr_c', staffRole: 'agent' } })).toBe('approval_role_too_low');
});
