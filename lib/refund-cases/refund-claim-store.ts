import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { MerchantMode } from '@/lib/merchants/merchant';
import { cny, type Money } from '@/lib/money/money';
import type { Prisma } from '@/prisma/generated/client';
import type { ClaimProof, ClaimView, NameReason, RefundClaim } from './claim';
import { PAYER } from './payer-store';
import type { RefundCaseEvent, RefundCaseState } from './states';

const COLUMNS = {
  id: true,
  caseId: true,
  proof: true,
  openedBy: true,
  identityNote: true,
  approvedBy: true,
  approvedAt: true,
  handedAt: true,
  phoneMasked: true,
  expiresAt: true,
  provedAt: true,
  namedAt: true,
  nameReason: true,
  revokedAt: true,
  createdAt: true,
} satisfies Prisma.RefundClaimSelect;

/** With the browser that proved it, which nobody is shown. */
export type KeptClaim = RefundClaim & { deviceHash: string | null };

/** A refund that is claimed, and what is known of who paid. */
export interface ClaimedCase {
  caseId: string;
  state: RefundCaseState;
  cause: ClaimView['cause'];
  refundId: string;
  orderId: string;
  merchantOrderNo: string;
  merchant: { id: string; mode: MerchantMode; name: string; nameEn: string };
  amount: Money;
  payeeId: string | null;
  /** Nobody has to be asked after that: the merchant's policy decides. */
  claimBy: Date;
  /** What moved the case last; a hand-over moves nothing. */
  lastEvent: RefundCaseEvent | null;
  /** Of the payout that is under way or arrived. */
  bankRef: string | null;
  paidAt: Date | null;
  /** The bound card that paid, and whether what was kept with it still is. */
  agreementId: string | null;
  agreementPhoneMasked: string | null;
  hasElements: boolean;
  /** Who paid: the holder of the bound card, else the signed-in shopper. */
  userId: string | null;
  personId: string | null;
  userPhoneItemId: string | null;
  userPhoneMasked: string | null;
  /** The phone that the order came with, in the vault. */
  orderPhoneItemId: string | null;
}

export async function selectClaimedCase(caseId: string, tx: Tx = db()): Promise<ClaimedCase> {
  const rows = await tx.$queryRaw<(Omit<ClaimedCase, 'amount' | 'merchant'> & FlatCase)[]>`
    SELECT c.id AS "caseId", c.state, c.cause, c.refund_id AS "refundId", c.order_id AS "orderId",
           o.merchant_order_no AS "merchantOrderNo", m.id AS "merchantId", m.mode::text AS "merchantMode", m.name AS "merchantName",
           m.name_en AS "merchantNameEn", c.amount_minor AS "amountMinor", c.payee_id AS "payeeId",
           c.expires_at AS "claimBy",
           (SELECT t.event FROM transitions t
             WHERE t.subject_type = 'refund_case' AND t.subject_id = c.id AND t.event <> 'assign'
             ORDER BY t.id DESC LIMIT 1) AS "lastEvent",
           p.channel_ref AS "bankRef", p.finished_at AS "paidAt",
           a.agreement_id AS "agreementId", g.phone_masked AS "agreementPhoneMasked",
           g.elements_item_id IS NOT NULL AS "hasElements", u.id AS "userId",
           u.person_id AS "personId", u.phone_item_id AS "userPhoneItemId",
           u.phone_masked AS "userPhoneMasked", o.payer_phone_item_id AS "orderPhoneItemId"
      FROM refund_cases c
      JOIN orders o ON o.id = c.order_id
      JOIN merchants m ON m.id = c.merchant_id
      JOIN attempts a ON a.id = c.attempt_id
      LEFT JOIN payouts p ON p.id = c.payout_id
      ${PAYER}
     WHERE c.id = ${caseId}`;
  const {
    amountMinor,
    merchantId,
    merchantMode: mode,
    merchantName,
    merchantNameEn,
    ...rest
  } = present(rows[0], `refund case ${caseId}`);
  const merchant = { id: merchantId, mode, name: merchantName, nameEn: merchantNameEn };
  return { ...rest, merchant, amount: cny(amountMinor) };
}

interface FlatCase {
  amountMinor: bigint;
  merchantId: string;
  merchantMode: MerchantMode;
  merchantName: string;
  merchantNameEn: string;
}

/** The case that carries on this refund of this order. */
export async function selectCaseOfRefund(
  refund: { refundId: string; orderId: string },
  tx: Tx = db(),
): Promise<string | undefined> {
  return (await tx.refundCase.findFirst({ where: refund, select: { id: true } }))?.id;
}

export async function selectClaimByToken(
  tokenHash: string,
  tx: Tx = db(),
): Promise<KeptClaim | undefined> {
  const select = { ...COLUMNS, deviceHash: true };
  return (await tx.refundClaim.findUnique({ where: { tokenHash }, select })) ?? undefined;
}

/** One at a time may prove a claim, approve it or name a payee by it. */
export async function lockClaim(tx: Tx, id: string): Promise<KeptClaim | undefined> {
  await tx.$queryRaw`SELECT FROM refund_claims WHERE id = ${id} FOR UPDATE`;
  const select = { ...COLUMNS, deviceHash: true };
  return (await tx.refundClaim.findUnique({ where: { id }, select })) ?? undefined;
}

/** A case's links, newest first. */
export const selectClaims = (caseId: string, tx: Tx = db()): Promise<RefundClaim[]> =>
  tx.refundClaim.findMany({
    where: { caseId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: COLUMNS,
  });

export async function insertClaim(
  tx: Tx,
  claim: Pick<
    RefundClaim,
    'id' | 'caseId' | 'proof' | 'openedBy' | 'identityNote' | 'phoneMasked'
  > & {
    tokenHash: string;
    hours: number;
  },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO refund_claims (id, case_id, token_hash, proof, opened_by, identity_note, phone_masked, expires_at)
    VALUES (${claim.id}, ${claim.caseId}, ${claim.tokenHash}, ${claim.proof}::claim_proof,
            ${claim.openedBy}, ${claim.identityNote}, ${claim.phoneMasked},
            clock_timestamp() + make_interval(hours => ${claim.hours}))`;
}

/** The link that was made last is the only one that works: all before it are over, or all of that proof. */
export async function revokeEarlierClaims(
  tx: Tx,
  claim: { id: string; caseId: string },
  proof: ClaimProof | null = null,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE refund_claims earlier SET revoked_at = clock_timestamp()
      FROM refund_claims last
     WHERE last.id = ${claim.id} AND earlier.case_id = ${claim.caseId} AND earlier.revoked_at IS NULL
       AND (${proof}::claim_proof IS NULL OR earlier.proof = ${proof}::claim_proof)
       AND (earlier.created_at, earlier.id) < (last.created_at, last.id)`;
}

export async function revokeClaim(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE refund_claims SET revoked_at = clock_timestamp() WHERE id = ${id} AND revoked_at IS NULL`;
}

export async function markApproved(tx: Tx, id: string, approvedBy: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE refund_claims SET approved_by = ${approvedBy}, approved_at = clock_timestamp() WHERE id = ${id}`;
}

/** The token is made as the link is handed over: nobody had it before, and it is shown once. */
export async function markHanded(
  tx: Tx,
  { id, tokenHash, hours }: { id: string; tokenHash: string; hours: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE refund_claims
       SET token_hash = ${tokenHash}, handed_at = clock_timestamp(),
           expires_at = clock_timestamp() + make_interval(hours => ${hours})
     WHERE id = ${id}`;
}

export async function markProved(tx: Tx, id: string, deviceHash: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE refund_claims SET proved_at = clock_timestamp(), device_hash = ${deviceHash} WHERE id = ${id}`;
}

export async function markNamed(tx: Tx, id: string, nameReason: NameReason | null): Promise<void> {
  await tx.$executeRaw`
    UPDATE refund_claims
       SET named_at = clock_timestamp(), name_reason = ${nameReason}::claim_name_reason WHERE id = ${id}`;
}
