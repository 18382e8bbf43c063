import { listStaffNames } from '@/lib/auth/list-staff-names';
import { databaseNow } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { listTransitions, type PastTransition } from '@/lib/core/list-transitions';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { cny, type Money } from '@/lib/money/money';
import { countPayeeUses } from '@/lib/payouts/count-payee-uses';
import { findPayee } from '@/lib/payouts/find-payee';
import { getRefundPayout } from '@/lib/payouts/get-refund-payout';
import type { Payee } from '@/lib/payouts/payee';
import type { RefundPayout } from '@/lib/payouts/payout';
import { CHECKERS, dailyCapOf, type Tier } from './approval-rules';
import { caseTier } from './case-tier';
import type { RefundClaim } from './claim';
import { contentHashOf } from './content-hash';
import { type Exposure, findExposure } from './find-exposure';
import { listClaims } from './list-claims';
import { selectApprovedToday, selectProposals } from './proposal-store';
import type { Proposal, RefundCase } from './refund-case';
import { selectCase } from './store';
import { unclearOf } from './unclear';

const SAME_CARD_DAYS = 90;

/** All that the page of a case shows. People are named by `names`; whoever is no user ("system") is not in it. */
export interface RefundCaseView {
  case: RefundCase;
  /** The database's time: what is overdue, and how long an approval can still be undone. */
  now: Date;
  /** Masked. */
  payee: Payee | null;
  /** In how many other refunds of the last 90 days the same card was named. */
  payeeUses: number;
  /** Of what would be proposed or approved now; null without a payee. */
  contentHash: string | null;
  tier: { tier: Tier; needed: number } | null;
  /** All that was ever proposed, oldest first; `case.proposalId` is the one that stands. */
  proposals: Proposal[];
  payout: RefundPayout | null;
  claims: RefundClaim[];
  history: PastTransition[];
  exposure: Exposure[];
  /** Why nothing is paid for the moment. */
  unclear: 'refund_in_doubt' | 'case_payout_contradicted' | null;
  /** What the reader may still approve today. */
  ownCap: { cap: Money; left: Money };
  names: Map<string, string>;
}

/** A case with everything about it. Refusals: not_permitted, not_found */
export async function getRefundCase({
  caseId,
  by,
}: {
  caseId: string;
  by: StaffActor;
}): Promise<RefundCaseView> {
  requireMay(by, 'case.read');
  const found = await selectCase(caseId);
  if (!found) throw new Refusal('not_found', { caseId });
  const { payeeId, payoutId, orderId } = found;
  const [payee = null, proposals, payout, claims, history, exposure, used, now] = await Promise.all(
    [
      payeeId ? findPayee({ payeeId }) : undefined,
      selectProposals(caseId),
      payoutId ? getRefundPayout({ payoutId }) : null,
      listClaims(caseId),
      listTransitions('refund_case', caseId),
      findExposure({ orderId, by }),
      selectApprovedToday(by.id),
      databaseNow(),
    ],
  );
  const tier = payee && (await caseTier(found, payee));
  const cap = dailyCapOf(by.staffRole);
  const left = cap.amountMinor - used;
  const people = [
    ...history.map(({ actor }) => actor),
    ...proposals.flatMap((one) => [one.makerId, ...one.approvals.map((each) => each.checkerId)]),
    ...claims.flatMap(({ openedBy, approvedBy }) => [openedBy, approvedBy ?? '']),
    found.assignedTo ?? '',
  ];
  const staff = await listStaffNames([...new Set(people)]);
  return {
    case: found,
    now,
    payee,
    payeeUses: payee ? await countPayeeUses(payee, { days: SAME_CARD_DAYS }) : 0,
    contentHash: payee && contentHashOf(found, payee),
    tier: tier && { tier, needed: CHECKERS[tier].needed },
    proposals,
    payout,
    claims,
    history,
    exposure,
    unclear: (await unclearOf(db(), found)) ?? null,
    ownCap: { cap, left: cny(left > 0n ? left : 0n) },
    names: new Map([...staff].map(([id, { displayName }]) => [id, displayName])),
  };
}
