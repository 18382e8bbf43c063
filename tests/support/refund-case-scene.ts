import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import { keepPayee, type NamedPayee } from '@/lib/payouts/keep-payee';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { approveTransfer } from '@/lib/refund-cases/approve-transfer';
import { claimCase } from '@/lib/refund-cases/claim-case';
import { getRefundCase } from '@/lib/refund-cases/get-refund-case';
import { openRefundCase } from '@/lib/refund-cases/open-refund-case';
import { proposeTransfer } from '@/lib/refund-cases/propose-transfer';
import { sendTransfer } from '@/lib/refund-cases/send-transfer';
import { settleCasePayout } from '@/lib/refund-cases/settle-case-payout';
import { requestRefund } from '@/lib/refunds/request-refund';
import { decidePayout } from './bank-control';
import { someCardNo } from './card-numbers';
import { HOLDER } from './known-account';
import { makeStaff, staffCode } from './make-staff';
import { learnedAt, makePaidByUnionPay, refundsOf } from './paid-by-unionpay';
import type { UnionPayRail } from './unionpay-rail';

const YEAR_MS = 366 * 86_400_000;

export type CaseScene = Awaited<ReturnType<typeof openScene>>;

/** A payment whose window is over, its refund, and the case that carries that on. */
export async function openScene(
  rail: UnionPayRail,
  { amountMinor = 6_800n, refundMinor }: { amountMinor?: bigint; refundMinor?: bigint } = {},
) {
  const paid = await makePaidByUnionPay(rail, amountMinor);
  await learnedAt(paid.attempt.id, new Date(Date.now() - YEAR_MS));
  await askRefund(paid, refundMinor ?? amountMinor);
  return { ...paid, ...(await openOnlyCase(paid.orderId)) };
}

export const askRefund = (
  { orderId, merchantId }: { orderId: string; merchantId: string },
  amountMinor: bigint,
) =>
  requestRefund({
    orderId,
    merchantId,
    merchantRefundNo: newSortableNumber(),
    askedBy: 'merchant',
    actor: 'merchant',
    amount: cny(amountMinor),
  });

/** What the job does once the diversion is committed. */
export async function openOnlyCase(orderId: string): Promise<{ refundId: string; caseId: string }> {
  const rows = await refundsOf(orderId);
  const transfer = rows.find(({ route }) => route === 'transfer');
  const opened = transfer && (await openRefundCase({ refundId: transfer.id }));
  if (!opened) throw new Error(`no refund of ${orderId} is carried on by a case`);
  return { refundId: transfer.id, caseId: opened.caseId };
}

const ZHANG_SAN = {
  kind: 'card',
  bankName: '测试银行',
  name: HOLDER,
  proof: 'four_elements',
  nameMatches: true,
} as const;

/** The shopper names where the money goes: 张三's own card, which no other case has, unless told. */
export const namePayee = (caseId: string, payee: Partial<NamedPayee> = {}): Promise<string> =>
  inTransaction(async (tx) => {
    const { payeeId } = await keepPayee(tx, {
      ...ZHANG_SAN,
      cardNo: someCardNo('6200'),
      ...payee,
    } as NamedPayee);
    await claimCase(tx, { caseId, payeeId, actor: 'shopper', cause: 'named on the claim page' });
    return payeeId;
  });

export const propose = async (caseId: string, maker?: StaffActor) => {
  const by = maker ?? (await makeStaff('agent'));
  return { maker: by, ...(await proposeTransfer({ caseId, note: '证件已核对', by })) };
};

/** Opened, named and proposed, by a maker who may not approve it. */
export async function proposedScene(rail: UnionPayRail, amountMinor = 6_800n) {
  const scene = await openScene(rail, { amountMinor });
  await namePayee(scene.caseId);
  return { ...scene, ...(await propose(scene.caseId)) };
}

export const approve = async (caseId: string, contentHash: string, checker?: StaffActor) => {
  const by = checker ?? (await makeStaff('senior_agent'));
  return approveTransfer({ caseId, contentHash, code: await staffCode(by.id), by });
};

/** Named, proposed and approved by as few as it takes. */
export async function approvedScene(
  rail: UnionPayRail,
  amounts?: { amountMinor?: bigint; refundMinor?: bigint },
): Promise<CaseScene> {
  const scene = await openScene(rail, amounts);
  await approveAll(scene.caseId);
  return scene;
}

export async function approveAll(caseId: string): Promise<void> {
  await namePayee(caseId);
  const { contentHash } = await propose(caseId);
  let { state } = await approve(caseId, contentHash);
  if (state === 'proposed') state = (await approve(caseId, contentHash)).state;
  if (state !== 'approved') throw new Error(`${caseId} is ${state}`);
}

/** As if the cool-off had passed. */
export const coolOffIsOver = (caseId: string): Promise<unknown> =>
  withoutTriggers(
    `UPDATE refund_cases SET send_at = clock_timestamp() - interval '1 second' WHERE id = '${caseId}'`,
  );

/** As it came about otherwise: what the database insists on is off meanwhile. */
export const withoutTriggers = (sql: string): Promise<unknown> =>
  pool().query(`SET LOCAL session_replication_role = replica; ${sql}`);

/** Sends what is approved; the payout at the bank. */
export async function send(caseId: string) {
  await coolOffIsOver(caseId);
  await sendTransfer({ caseId });
  return payoutOf(caseId);
}

export async function payoutOf(caseId: string) {
  const { payout } = await view(caseId);
  if (!payout) throw new Error(`${caseId} has no payout`);
  return payout;
}

/** The bank's people decide the payout, we hear of it, and its case is carried on. */
export async function bankSays(
  payout: { id: string; channelOrderNo: string },
  action: 'succeed' | 'fail' | 'return',
): Promise<void> {
  await decidePayout(payout.channelOrderNo, action);
  await resolvePayout({ payoutId: payout.id });
  await settleCasePayout({ payoutId: payout.id });
}

export async function view(caseId: string) {
  return getRefundCase({ caseId, by: { id: 'usr_reader', staffRole: 'auditor' } });
}
