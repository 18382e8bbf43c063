import { mayDo, type StaffActor } from '@/lib/core/staff-permissions';
import { CHECKERS } from '@/lib/refund-cases/approval-rules';
import type { RefundClaim } from '@/lib/refund-cases/claim';
import type { Proposal, RefundCase } from '@/lib/refund-cases/refund-case';

/** What can be done to a case on its page, in the order in which it is offered: the main thing last. */
export const ACTS = [
  'assign',
  'end',
  'openClaim',
  'sendBack',
  'reject',
  'undo',
  'sendClaim',
  'approveClaim',
  'handClaim',
  'propose',
  'approve',
] as const;
export type Act = (typeof ACTS)[number];

export const MAIN: readonly Act[] = [
  'sendClaim',
  'approveClaim',
  'handClaim',
  'propose',
  'approve',
];

interface Known {
  refundCase: RefundCase;
  /** The one that stands. */
  proposal: Proposal | undefined;
  claims: readonly RefundClaim[];
  /** By the database's clock. */
  now: Date;
  by: StaffActor;
}

type Links = Pick<Known, 'claims' | 'now'>;

const isByHand = ({ proof, revokedAt, expiresAt }: RefundClaim, now: Date): boolean =>
  proof === 'identity_check' && !revokedAt && expiresAt > now;

/** A claim by hand that nobody has approved yet. One whose time is over stands in nobody's way. */
export const awaitingClaim = ({ claims, now }: Links): RefundClaim | undefined =>
  claims.find((one) => isByHand(one, now) && !one.approvedAt);

/** One that was approved, and whose link its agent has not been given yet. */
export const handableClaim = ({ claims, now }: Links): RefundClaim | undefined =>
  claims.find((one) => isByHand(one, now) && one.approvedAt && !one.handedAt);

/** Why somebody who may approve in general may not approve this; undefined where they may, or nobody can. */
export function whyNotApprove({
  proposal,
  by,
}: Known): 'unfair' | 'already' | 'tooLow' | undefined {
  if (!proposal || !mayDo(by.staffRole, 'case.approve')) return undefined;
  if (proposal.makerId === by.id) return 'unfair';
  if (proposal.approvals.some(({ checkerId }) => checkerId === by.id)) return 'already';
  return CHECKERS[proposal.tier].roles.includes(by.staffRole) ? undefined : 'tooLow';
}

/** What this person can do to this case now. The page only offers; the use cases decide. */
export function actsFor(known: Known): Act[] {
  const { refundCase, proposal, by } = known;
  const { state } = refundCase;
  const may = (action: Parameters<typeof mayDo>[1]) => mayDo(by.staffRole, action);
  const waits = state === 'open' || state === 'claimed';
  const awaiting = awaitingClaim(known);
  const can: Record<Act, boolean> = {
    assign: state !== 'paid' && state !== 'closed' && may('case.assign'),
    end: waits && may('case.end'),
    openClaim: waits && !awaiting && may('case.open_claim'),
    sendBack: state === 'proposed' && may('case.send_back'),
    reject: (state === 'claimed' || state === 'proposed') && may('case.send_back'),
    undo: state === 'approved' && may('case.undo'),
    sendClaim: waits && may('case.send_claim'),
    approveClaim: !!awaiting && awaiting.openedBy !== by.id && may('case.approve_claim'),
    handClaim: handableClaim(known)?.openedBy === by.id,
    propose: state === 'claimed' && may('case.propose'),
    approve: state === 'proposed' && !!proposal && may('case.approve') && !whyNotApprove(known),
  };
  return ACTS.filter((act) => can[act]);
}

/** The one that the page leads to: what comes next. */
export const mainActOf = (acts: readonly Act[], refundCase: RefundCase): Act | undefined =>
  refundCase.state === 'claimed' && acts.includes('propose')
    ? 'propose'
    : acts.findLast((act) => MAIN.includes(act));
