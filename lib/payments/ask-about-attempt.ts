import { callChannel } from '@/lib/channel-health/call-channel';
import type { Called } from '@/lib/channel-health/health';
import type { Outcome } from '@/lib/channels/port';
import { adapterOf } from '@/lib/channels/registry';
import { getContract } from '@/lib/contracts/get-contract';
import { assert } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import type { Attempt } from './attempt';
import { paidWith } from './paid-with';
import { notTooEarly, unknownPayersOutcome } from './phone-rules';
import { selectPhonePayment } from './phone-store';

/** Asks the channel about a payment and answers its word; commits nothing. */
export async function askAboutAttempt(attempt: Attempt): Promise<Outcome> {
  const { id, channel, contractId, channelOrderNo, requestedAt, payableUntil, amount } = attempt;
  assert(channel !== 'balance', `${id} is at no channel`);
  const phone = await selectPhonePayment(attempt);
  const askedAt = await databaseNow();
  // The carrier has said that there is nobody to charge: nothing there could be asked about.
  if (phone?.payerUnknown) return unknownPayersOutcome(askedAt, payableUntil);
  const { channelContract: contract } = await getContract(contractId, channel);
  const asked = { channelOrderNo, requestedAt, payableUntil, amount, askedAt };
  const called: Called = { channel, operation: 'query', carrier: phone?.carrier };
  const word = await callChannel(called, () =>
    adapterOf(channel).query({
      ...asked,
      ...paidWith(attempt, phone),
      ...(contract ? { contract } : {}),
    }),
  );
  return notTooEarly(word, attempt, askedAt);
}
