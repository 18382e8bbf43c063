import type { HeldPayment } from '@/lib/channels/port';
import { getContract } from '@/lib/contracts/get-contract';
import { assert } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import type { Attempt } from './attempt';
import { openChargePhone } from './open-charge-phone';
import { paidWith } from './paid-with';
import { selectPhonePayment } from './phone-store';

/**
 * What an adapter has to know of a payment that waits for a word of ours. A phone comes out of the
 * vault, where this reading is on record. undefined: the phone is gone, so the payment is decided by now.
 */
export async function readHeldPayment(
  attempt: Attempt,
  actor: string,
): Promise<HeldPayment | undefined> {
  const { channel, channelOrderNo, requestedAt, payableUntil, amount, channelRef } = attempt;
  assert(channel !== 'balance', `${attempt.id} is held by no channel`);
  const phone = await selectPhonePayment(attempt);
  const e164 = phone && (await openChargePhone(phone, actor));
  if (phone && !e164) return undefined;
  const { channelContract: contract } = await getContract(attempt.contractId, channel);
  return {
    channelOrderNo,
    requestedAt,
    payableUntil,
    amount,
    askedAt: await databaseNow(),
    ...paidWith(attempt, phone),
    ...(contract ? { contract } : {}),
    ...(channelRef ? { channelRef } : {}),
    ...(e164 ? { phone: e164 } : {}),
  };
}
