import { notFound } from 'next/navigation';
import { staffHere } from '@/app/_server/staff';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import { present } from '@/lib/core/assert';
import { isRefusal } from '@/lib/core/errors';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { listEntries } from '@/lib/ledger/list-entries';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { cny, type Money } from '@/lib/money/money';
import { readOrder } from '@/lib/orders/read-order';
import { getAttemptDetail } from '@/lib/payments/get-attempt-detail';
import { exposedUntil } from '@/lib/refund-cases/exposure-rules';
import { getRefundCase, type RefundCaseView } from '@/lib/refund-cases/get-refund-case';
import { getRefundable } from '@/lib/refunds/get-refundable';
import { listRefundsOfAttempt } from '@/lib/refunds/list-refunds-of-attempt';
import type { Refund } from '@/lib/refunds/refund';
import type { CaseScene } from './case-scene';

/** All that the page tells of a case; an address that names none is a 404. */
export async function loadCase(caseId: string, by: StaffActor): Promise<CaseScene> {
  const view = await viewOf(caseId, by);
  const { case: refundCase, proposals, ownCap } = view;
  const { orderId, merchantId, attemptId, refundId } = refundCase;
  const [order, attempt, refunds, merchants, refundable] = await Promise.all([
    readOrder(orderId),
    getAttemptDetail({ attemptId, by: await staffHere() }),
    listRefundsOfAttempt(attemptId),
    listMerchantNames([merchantId]),
    getRefundable({ merchantId, orderId }),
  ]);
  const refund = present(
    refunds.find(({ id }) => id === refundId),
    `the refund of ${caseId}`,
  );
  const refused = refunds.find(({ id }) => id === refund.replacesId);
  const asked = (refused ?? refund).requestedBy;
  const askers = await listStaffNames(asked ? [asked] : []);
  return {
    ...view,
    refundCase,
    // One to a card may have failed before the balance was named.
    payout: refundCase.endedAs === 'balance' ? null : view.payout,
    refund,
    refused,
    order,
    attempt,
    merchant: merchants.get(merchantId) ?? { zh: merchantId, en: merchantId },
    proposal: proposals.find(({ id }) => id === refundCase.proposalId),
    steps: view.history,
    sameCard: view.payeeUses,
    exposure: exposureOf(view, order.paidAt),
    cap: { used: cny(ownCap.cap.amountMinor - ownCap.left.amountMinor), all: ownCap.cap },
    refundable,
    refunded: sumOf(refunds.filter(({ state }) => state === 'succeeded')),
    entries: await entriesOf(refunds),
    names: new Map([
      ...[...askers].map(([id, { displayName }]) => [id, displayName] as const),
      ...view.names,
    ]),
    by,
  };
}

async function viewOf(caseId: string, by: StaffActor): Promise<RefundCaseView> {
  // What is no id at all never reaches the database, which would choke on a NUL.
  if (!/^rcs_[0-9a-z]{26}$/.test(caseId)) notFound();
  try {
    return await getRefundCase({ caseId, by });
  } catch (error) {
    if (isRefusal(error) && error.code === 'not_found') notFound();
    throw error;
  }
}

const sumOf = (refunds: readonly Refund[]): Money =>
  cny(refunds.reduce((sum, { amount }) => sum + amount.amountMinor, 0n));

/** What has gone another way than it came, and this one with it once it goes: it could come back the first way. */
function exposureOf(
  { case: refundCase, exposure, now }: RefundCaseView,
  paidAt: Date | null,
): CaseScene['exposure'] {
  const open = exposure.filter((one) => one.until > now && !one.returnedAt);
  const until = paidAt && exposedUntil(refundCase.channel, paidAt);
  const sums = [
    ...open.map((one) => ({ amount: one.amount, until: one.until })),
    ...(refundCase.endedAs === null && until && until > now
      ? [{ amount: refundCase.amount, until }]
      : []),
  ];
  if (sums.length === 0) return null;
  const last = Math.max(...sums.map((one) => one.until.getTime()));
  return {
    amount: cny(sums.reduce((sum, { amount }) => sum + amount.amountMinor, 0n)),
    until: new Date(last),
  };
}

/** A refund is filed under its own number, and what stands in for one, under that one's. */
async function entriesOf(refunds: readonly Refund[]): Promise<CaseScene['entries']> {
  const references = new Set(refunds.flatMap(({ id, replacesId }) => [id, replacesId ?? id]));
  const pages = await Promise.all(
    [...references].map((businessRef) => listEntries({ businessRef })),
  );
  return pages
    .flatMap(({ entries }) => entries)
    .sort((a, b) => a.postedAt.getTime() - b.postedAt.getTime());
}
