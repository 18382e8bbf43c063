import { payoutPortOf } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { dayOf, timeOf } from '@/lib/core/beijing';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { placeHold } from '@/lib/ledger/place-hold';
import { lockMerchantSettings } from '@/lib/merchants/lock-merchant-settings';
import { formatMoney } from '@/lib/money/format-money';
import { cny, type Money, sameMoney } from '@/lib/money/money';
import { findPayoutChannel, type PayoutWay } from './find-payout-channel';
import { selectMerchantAccount } from './merchant-account-store';
import type { MerchantPayout, Payout } from './payout';
import { MOST_PAYABLE, nextAskAt } from './rules';
import { sendPayout } from './send-payout';
import { insertPayout, movePayout, selectPayout, selectPayoutByKey } from './store';

export interface MerchantPayoutRequest {
  merchantId: string;
  amount: Money;
  /** The caller's own name for this request: again under the same key is the same payout. */
  requestKey: string;
  /** A member's id, or `merchant` for its server. */
  actor: string;
}

/**
 * Pays out of a merchant's available money to where it has said, by the same three steps as every payout:
 * T1 commits payout, number and hold, then the channel is called, then T2 commits its word. Who may ask
 * for it is the caller's to check.
 *
 * Refusals: payout_account_unset, payout_account_waits {until}, line_not_positive, amount_out_of_range,
 * over_withdrawable {most}, insufficient_funds, account_frozen, account_closed, idempotency_key_reused
 */
export async function requestMerchantPayout(request: MerchantPayoutRequest): Promise<Payout> {
  const { amountMinor } = request.amount;
  if (amountMinor < 1n) throw new Refusal('line_not_positive');
  if (amountMinor > MOST_PAYABLE.amountMinor) throw new Refusal('amount_out_of_range');
  const way = await findPayoutChannel({ merchantId: request.merchantId });
  const { payout, isNew } = await inTransaction((tx) => commitPayout(tx, request, way));
  if (!isNew) return payout;
  await sendPayout(payout);
  return present(await selectPayout(payout.id), `payout ${payout.id}`);
}

/** T1. A second press finds the first one's payout, whatever became of the account meanwhile. */
async function commitPayout(
  tx: Tx,
  request: MerchantPayoutRequest,
  way: PayoutWay,
): Promise<{ payout: MerchantPayout; isNew: boolean }> {
  const key = { ownerId: request.merchantId, requestKey: request.requestKey };
  const known = await selectPayoutByKey(tx, key);
  if (known) return { payout: sameOrRefused(known, request), isNew: false };
  const isNew = await insertRequested(tx, request, way);
  const payout = sameOrRefused(present(await selectPayoutByKey(tx, key), 'the payout'), request);
  return { payout: isNew ? await holdAndSend(tx, payout) : payout, isNew };
}

function sameOrRefused(payout: Payout, { amount }: MerchantPayoutRequest): MerchantPayout {
  if (payout.merchantAccountId === null || !sameMoney(payout.amount, amount)) {
    throw new Refusal('idempotency_key_reused');
  }
  return payout;
}

async function insertRequested(
  tx: Tx,
  { merchantId, amount, requestKey, actor }: MerchantPayoutRequest,
  way: PayoutWay,
): Promise<boolean> {
  // Where it goes does not change between here and the commit.
  await lockMerchantSettings(tx, merchantId);
  const account = await selectMerchantAccount(merchantId, tx);
  if (!account) throw new Refusal('payout_account_unset', { merchantId });
  if (!account.usable) {
    const { usableFrom: from } = account;
    throw new Refusal('payout_account_waits', { until: `${dayOf(from)} ${timeOf(from)}` });
  }
  const now = await databaseNow(tx);
  const scheduleSeconds = payoutPortOf(way.channel).querySchedule;
  const asked = { state: 'sent' as const, requestedAt: now, finishedAt: null };
  return insertPayout(tx, {
    id: newId('pyt'),
    ...way,
    channelOrderNo: newSortableNumber(),
    account: { subject: 'merchant_balance', owner: merchantId },
    bankCardId: null,
    payeeId: null,
    merchantAccountId: account.id,
    amount,
    requestedBy: actor,
    requestKey,
    requestedAt: now,
    nextAskAt: nextAskAt({ payout: asked, now, scheduleSeconds }),
  });
}

async function holdAndSend(tx: Tx, payout: MerchantPayout): Promise<MerchantPayout> {
  const { id, account, amount, requestedBy: actor } = payout;
  const cause = 'withdrawal';
  const most = (await findLedgerAccount(account, tx))?.available ?? cny(0n);
  if (most.amountMinor < amount.amountMinor) {
    throw new Refusal('over_withdrawable', { most: formatMoney(most) });
  }
  const hold = { holdKey: `payout:${id}`, account, amount, businessRef: id, reason: cause };
  const { holdId } = await placeHold(tx, hold);
  const held = await movePayout(tx, payout, { event: 'hold', actor, cause, set: { holdId } });
  return movePayout(tx, held, { event: 'send', actor, cause });
}
