import { findAgreement } from '@/lib/agreements/find-agreement';
import { listChannelAgreements } from '@/lib/agreements/list-channel-agreements';
import type { PayRequest } from '@/lib/channels/port';
import type { RemoteChannel } from '@/lib/channels/registry';
import { getContract } from '@/lib/contracts/get-contract';
import { present } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from './attempt';
import { payRequestOf } from './channel-request';

/**
 * The payment by bound card that waits for its channel's code, and the request it was begun with.
 * Refuses no_code_awaited, and sign_in_required to whoever is not the card's owner.
 */
export async function readCardRequest(
  order: Order,
  attempt: Attempt | undefined,
  userId: string | null,
): Promise<{ attempt: Attempt; channel: RemoteChannel; request: PayRequest }> {
  const { agreementId, channelAgreementId, channel } = attempt ?? {};
  if (!attempt || !channel || channel === 'balance' || attempt.nextStep?.type !== 'enter-code') {
    throw new Refusal('no_code_awaited', { orderId: order.id });
  }
  const agreement = agreementId ? await findAgreement(agreementId) : undefined;
  if (!agreement || agreement.userId !== userId) {
    throw new Refusal('sign_in_required', { orderId: order.id });
  }
  const signed = await listChannelAgreements(agreement.id);
  const row = signed.find(({ id }) => id === channelAgreementId);
  const channelAgreementNo = present(
    row?.channelAgreementNo,
    `the number of ${channelAgreementId}`,
  );
  const { phoneMasked } = agreement;
  const request = payRequestOf(attempt, {
    order,
    channel,
    contract: await getContract(attempt.contractId, channel),
    instrument: { type: 'agreement', channelAgreementNo, withCode: true, phoneMasked },
  });
  return { attempt, channel, request };
}
