import { findAgreement } from '@/lib/agreements/find-agreement';
import { listChannelAgreements } from '@/lib/agreements/list-channel-agreements';
import type { PayRequest } from '@/lib/channels/port';
import type { RemoteChannel } from '@/lib/channels/registry';
import { getContract } from '@/lib/contracts/get-contract';
import { present } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import type { Attempt } from './attempt';
import { payRequestOf } from './channel-request';
import { selectLiveAttempt } from './store';

/** The payment of this page that waits for the channel's code, and the request it belongs to. */
export async function findCodeStep({
  token,
  userId,
}: {
  token: string;
  userId: string | null;
}): Promise<{ attempt: Attempt; channel: RemoteChannel; request: PayRequest }> {
  const order = await findOrderByToken(token);
  if (!order) throw new Refusal('order_not_found');
  const attempt = await selectLiveAttempt(order.id);
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
