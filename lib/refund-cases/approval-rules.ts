import type { StaffRole } from '@/lib/core/staff-permissions';
import { cny, type Money } from '@/lib/money/money';
import type { Payee } from '@/lib/payouts/payee';

/** Who has to agree: one checker, one senior, two seniors. */
export const TIERS = ['one', 'senior', 'two'] as const;
export type Tier = (typeof TIERS)[number];

const SENIORS: readonly StaffRole[] = ['senior_agent', 'finance'];

/** How many checkers each tier takes, and in which roles. The maker is never one of them. */
export const CHECKERS: Record<Tier, { needed: 1 | 2; roles: readonly StaffRole[] }> = {
  one: { needed: 1, roles: ['agent', ...SENIORS] },
  senior: { needed: 1, roles: SENIORS },
  two: { needed: 2, roles: SENIORS },
};

const ONE_CHECKER_FEN = 50_000n;
const SENIOR_FEN = 500_000n;

/** What one person may approve on a day (Beijing time), in fen; nobody else approves anything. */
const DAILY_CAP_FEN: Partial<Record<StaffRole, bigint>> = {
  agent: 500_000n,
  senior_agent: 5_000_000n,
  finance: 20_000_000n,
};

export const dailyCapOf = (role: StaffRole): Money => cny(DAILY_CAP_FEN[role] ?? 0n);

/**
 * By amount; one tier higher where not everything vouches for a card: its four elements do not match, the
 * payer's name is not known, or only the shop knew the phone that the link went to. Always two seniors where
 * it is of another name than the payer's.
 */
export function tierOf({
  amount,
  payee,
  phoneByShop = false,
}: {
  /** All that goes the same way: in parts nothing passes under a tier. */
  amount: Money;
  payee: Pick<Payee, 'kind' | 'proof' | 'nameMatches'>;
  /** The link went to the phone that came with the order, which whoever made the order chose. */
  phoneByShop?: boolean;
}): Tier {
  const { kind, proof, nameMatches } = payee;
  if (nameMatches === false) return 'two';
  const byAmount = amountTier(amount.amountMinor);
  const isVouched = nameMatches === true && proof === 'four_elements' && !phoneByShop;
  return kind === 'card' && !isVouched ? higher(byAmount) : byAmount;
}

const amountTier = (fen: bigint): Tier => {
  if (fen <= ONE_CHECKER_FEN) return 'one';
  return fen <= SENIOR_FEN ? 'senior' : 'two';
};

const higher = (tier: Tier): Tier => (tier === 'one' ? 'senior' : 'two');

export type ApprovalRefusal =
  | 'approval_stale'
  | 'approval_same_person'
  | 'approval_claim_opener'
  | 'approval_repeated'
  | 'approval_role_too_low';

/**
 * May this person approve what they saw? The proposal and the case's content of this moment both have
 * to be exactly that.
 */
export function approvalRefusal(given: {
  proposal: { makerId: string; contentHash: string; tier: Tier; approvedBy: readonly string[] };
  /** Who handed the shopper a link after an identity check: the payee may be named by them. */
  handedOverBy: readonly string[];
  /** Of the content as it is now. */
  presentHash: string;
  /** Of the content that the checker was shown. */
  seenHash: string;
  checker: { id: string; staffRole: StaffRole };
}): ApprovalRefusal | undefined {
  const { proposal, presentHash, seenHash, checker } = given;
  if (checker.id === proposal.makerId) return 'approval_same_person';
  if (given.handedOverBy.includes(checker.id)) return 'approval_claim_opener';
  if (seenHash !== proposal.contentHash || presentHash !== proposal.contentHash) {
    return 'approval_stale';
  }
  if (proposal.approvedBy.includes(checker.id)) return 'approval_repeated';
  return CHECKERS[proposal.tier].roles.includes(checker.staffRole)
    ? undefined
    : 'approval_role_too_low';
}
