import { findAgreement } from '@/lib/agreements/find-agreement';
import { present } from '@/lib/core/assert';
import type { EventTopic } from '@/lib/core/event-topics';
import { listCustomerReferences } from '@/lib/customers/list-customer-references';
import { listOwnEndpoints } from '@/lib/merchants/list-own-endpoints';
import { readOrder } from '@/lib/orders/read-order';
import { readAttempt } from '@/lib/payments/read-attempt';
import { readPayout } from '@/lib/payouts/read-payout';
import { readRefund } from '@/lib/refunds/read-refund';
import { readRefundRequest } from '@/lib/refunds/read-refund-request';
import { readSubscription } from '@/lib/subscriptions/read-subscription';
import { agreementData } from './agreement-told';
import { endpointData, pingData } from './endpoint-told';
import type { CommittedEvent } from './event-store';
import { orderEndedData, orderPaidData } from './order-told';
import { payoutEndedData } from './payout-told';
import { refundEndedData, refundRequestedData } from './refund-told';
import { type SubscriptionTopic, subscriptionData } from './subscription-told';

/** What each event says; undefined: what it is about is gone, and there is nothing to tell. */
type Teller = (event: CommittedEvent) => Promise<Record<string, unknown> | undefined>;

/** Each topic that merchants are told about, and what they are told. */
export const TELLERS: Record<EventTopic, Teller> = {
  // A paid order never changes again, so its text is the same whenever it is written.
  'order.paid': async ({ subjectId }) => {
    const order = await readOrder(subjectId);
    const paidBy = await readAttempt(present(order.paidAttemptId, 'what paid the order'));
    return orderPaidData({ order, paidBy });
  },
  'order.expired': orderEnded('expired'),
  'order.closed': orderEnded('closed'),
  'refund.requested': async ({ subjectId }) => {
    const request = await readRefundRequest(subjectId);
    return refundRequestedData({ request, order: await readOrder(request.orderId) });
  },
  'refund.succeeded': refundEnded('succeeded'),
  'refund.failed': refundEnded('failed'),
  'refund.declined': refundEnded('declined'),
  'payout.succeeded': payoutEnded('succeeded'),
  'payout.failed': payoutEnded('failed'),
  'payout.returned': payoutEnded('returned'),
  'agreement.signed': agreementTold('active'),
  'agreement.unbound': agreementTold('ended'),
  'subscription.created': subscriptionTold('subscription.created'),
  'subscription.renewal_upcoming': subscriptionTold('subscription.renewal_upcoming'),
  'subscription.renewed': subscriptionTold('subscription.renewed'),
  'subscription.renewal_failed': subscriptionTold('subscription.renewal_failed'),
  'subscription.cancelled': subscriptionTold('subscription.cancelled'),
  'subscription.ended': subscriptionTold('subscription.ended'),
  'endpoint.disabled': endpointTold,
  'endpoint.enabled': endpointTold,
  'test.ping': async ({ objectId }) => pingData({ id: objectId }),
};

function orderEnded(state: 'expired' | 'closed'): Teller {
  return async ({ subjectId, createdAt: at }) =>
    orderEndedData({ order: await readOrder(subjectId), state, at });
}

/** How a refund ended is told as it ended, though a payout of it may come back later. */
function refundEnded(state: 'succeeded' | 'failed' | 'declined'): Teller {
  return async ({ subjectId }) => {
    const refund = await readRefund(subjectId);
    return refundEndedData({ refund, state, order: await readOrder(refund.orderId) });
  };
}

function payoutEnded(state: 'succeeded' | 'failed' | 'returned'): Teller {
  return async ({ subjectId }) => payoutEndedData({ payout: await readPayout(subjectId), state });
}

function agreementTold(state: 'active' | 'ended'): Teller {
  return async ({ subjectId, merchantId }) => {
    const agreement = present(await findAgreement(subjectId), `agreement ${subjectId}`);
    const ids = [agreement.customerId];
    const references = await listCustomerReferences({ merchantId, ids });
    const customerReference = references.get(agreement.customerId) ?? null;
    return agreementData({ agreement, state, customerReference });
  };
}

/** A term that is paid never changes again; how the subscription stands is told as of the telling. */
function subscriptionTold(topic: SubscriptionTopic): Teller {
  return async ({ subjectId }) =>
    subscriptionData({ topic, ...(await readSubscription(subjectId)) });
}

/** How an endpoint stands is told as of the telling; of one that is removed, nothing. */
async function endpointTold({ objectId, merchantId }: CommittedEvent) {
  const endpoint = (await listOwnEndpoints(merchantId)).find(({ id }) => id === objectId);
  return endpoint && endpointData(endpoint);
}
