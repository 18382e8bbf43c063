import { payoutPortOf } from '@/lib/channels/registry';
import { assert, present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { findCustomer } from '@/lib/customers/find-customer';
import type { ExternalRef } from '@/lib/ledger/chart';
import { placeHold } from '@/lib/ledger/place-hold';
import { formatMoney } from '@/lib/money/format-money';
import { cny, type Money } from '@/lib/money/money';
import { countQuota } from '@/lib/persons/count-quota';
import type { Quota } from '@/lib/persons/quota';
import { withdrawalQuotaOf } from '@/lib/persons/quota-rules';
import { findPayoutChannel, type PayoutWay } from './find-payout-channel';
import { getWithdrawable } from './get-withdrawable';
import { requireOwnCard } from './own-card';
import type { Payout, Withdrawal } from './payout';
import { MOST_PAYABLE, nextAskAt, sameRequest, withdrawableOf } from './rules';
import { sendPayout } from './send-payout';
import type { PayoutState } from './states';
import { insertPayout, movePayout, selectPayout, selectPayoutByKey } from './store';

export interface WithdrawalRequest {
  account: ExternalRef;
  bankCardId: string;
  amount: Money;
  /** The caller's own name for this request: again under the same key is the same withdrawal. */
  requestKey: string;
  /** The user who owns the account. */
  actor: string;
}

/**
 * Pays out from one's own balance to one's own card. T1 commits the payout, its number at the channel
 * and the hold; the channel is called with no transaction open; T2 commits what it said. A crash in
 * between leaves `sent`, and the channel is asked by the schedule written in T1. How the owner proved
 * to be the owner (password, code) is the caller's to check.
 *
 * Refusals: not_permitted (account or card of somebody else, card removed), idempotency_key_reused,
 * line_not_positive, amount_out_of_range, insufficient_funds, top_up_too_fresh {withdrawable, hours},
 * account_frozen, account_closed, unknown_account, class_limit_exceeded (class I counts withdrawals)
 */
export async function requestWithdrawal(
  request: WithdrawalRequest,
): Promise<{ payoutId: string; state: PayoutState }> {
  checkAmount(request.amount);
  const by = await findPayoutChannel({ merchantId: await merchantOf(request.account) });
  const { payout, isNew } = await commitPayout(request, by);
  if (!isNew) return { payoutId: payout.id, state: payout.state };
  await sendPayout(payout);
  const sent = present(await selectPayout(payout.id), `payout ${payout.id}`);
  return { payoutId: sent.id, state: sent.state };
}

function checkAmount({ amountMinor }: Money): void {
  if (amountMinor < 1n) throw new Refusal('line_not_positive');
  if (amountMinor > MOST_PAYABLE.amountMinor) throw new Refusal('amount_out_of_range');
}

/** Customers' money only: merchants and the platform have no card to withdraw to. */
async function merchantOf({ subject, owner }: ExternalRef): Promise<string | undefined> {
  return subject === 'customer_balance' ? (await findCustomer(owner))?.merchantId : undefined;
}

/** T1. A second press finds the first one's payout, whatever became of card and balance meanwhile. */
async function commitPayout(
  request: WithdrawalRequest,
  by: PayoutWay,
): Promise<{ payout: Withdrawal; isNew: boolean }> {
  const key = { ownerId: request.account.owner, requestKey: request.requestKey };
  return inTransaction(async (tx) => {
    const known = await selectPayoutByKey(tx, key);
    if (known) return { payout: sameOrRefused(known, request), isNew: false };
    const quota = await requireOwnCard(tx, request);
    const isNew = await insertRequested(tx, request, by);
    const found = present(await selectPayoutByKey(tx, key), 'the payout of this key');
    const payout = sameOrRefused(found, request);
    return { payout: isNew ? await holdAndSend(tx, payout, quota) : payout, isNew };
  });
}

function sameOrRefused(payout: Payout, request: WithdrawalRequest): Withdrawal {
  assert(payout.bankCardId !== null, `${payout.id} is no withdrawal to a card`);
  if (payout.requestedBy !== request.actor) throw new Refusal('not_permitted');
  if (!sameRequest(payout, request)) throw new Refusal('idempotency_key_reused');
  return payout;
}

async function insertRequested(
  tx: Tx,
  request: WithdrawalRequest,
  by: PayoutWay,
): Promise<boolean> {
  const { account, bankCardId, amount, requestKey, actor } = request;
  const now = await databaseNow(tx);
  const scheduleSeconds = payoutPortOf(by.channel).querySchedule;
  const asked = { state: 'sent' as const, requestedAt: now, finishedAt: null };
  return insertPayout(tx, {
    id: newId('pyt'),
    ...by,
    channelOrderNo: newSortableNumber(),
    account,
    bankCardId,
    payeeId: null,
    merchantAccountId: null,
    amount,
    requestedBy: actor,
    requestKey,
    requestedAt: now,
    nextAskAt: nextAskAt({ payout: asked, now, scheduleSeconds }),
  });
}

async function holdAndSend(tx: Tx, payout: Withdrawal, quota: Quota): Promise<Withdrawal> {
  const { id, account, amount, requestedBy: actor } = payout;
  // The quota before the account, as payments do: no two can wait for each other.
  const counted = withdrawalQuotaOf(quota, amount);
  if (counted) await countQuota(tx, counted);
  const { holdId } = await placeHold(tx, {
    holdKey: `payout:${id}`,
    account,
    amount,
    businessRef: id,
    reason: 'withdrawal',
  });
  await refuseFreshMoney(tx, payout);
  const cause = 'withdrawal';
  const held = await movePayout(tx, payout, { event: 'hold', actor, cause, set: { holdId } });
  return movePayout(tx, held, { event: 'send', actor, cause });
}

/** The hold has locked the account: what is read now stays so, however many ask at once. */
async function refuseFreshMoney(tx: Tx, { account, amount }: Withdrawal): Promise<void> {
  const { available, fresh, hours } = await getWithdrawable({ account }, tx);
  if (available.amountMinor >= fresh.amountMinor) return;
  const before = cny(available.amountMinor + amount.amountMinor);
  const withdrawable = formatMoney(withdrawableOf({ available: before, fresh }));
  throw new Refusal('top_up_too_fresh', { hours, withdrawable });
}
