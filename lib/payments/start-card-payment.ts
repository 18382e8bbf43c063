import type { Agreement } from '@/lib/agreements/agreement';
import { ensureChannelAgreement } from '@/lib/agreements/ensure-channel-agreement';
import { listChannelAgreements } from '@/lib/agreements/list-channel-agreements';
import { markAgreementLost } from '@/lib/agreements/mark-agreement-lost';
import type { RemoteChannel } from '@/lib/channels/registry';
import type { Contract } from '@/lib/contracts/contract';
import { present } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import type { Order } from '@/lib/orders/order';
import type { Route } from '@/lib/routing/route';
import type { Carrier } from './carrier';
import { cardRoute } from './channel-rules';
import { findChannelFacts } from './find-channel-facts';
import { mayFallBack, PAYABLE_MS, resultOf } from './rules';
import { type Started, startChannelPayment } from './start-channel-payment';
import type { StartResult } from './start-payment';

/** Each channel once, once more with a code, and once after an agreement that was lost. */
const MOST_ROUNDS = 5;

export interface CardPayer {
  host: 'pc' | 'mobile';
  actor: string;
  /** Nobody is there to type in a code: what would need one is not tried. */
  mayAskCode: boolean;
  withCode: boolean;
}

/**
 * Pays an order by agreement: on the channel that routing chooses, signed there first where it is
 * not yet. Another channel is tried only when the first is known not to have charged and the reason
 * was its own; whatever is in doubt is asked about and never jumped over. Refuses method_unavailable
 * when no channel can carry it.
 */
export async function startCardPayment(
  order: Order,
  agreement: Agreement,
  payer: CardPayer,
): Promise<StartResult> {
  const exclude: RemoteChannel[] = [];
  let { withCode } = payer;
  let last: Started | undefined;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { merchantId, amount } = order;
    // Read anew each round: what the last one came to may have changed it.
    const [facts, known] = await Promise.all([
      findChannelFacts({ merchantId }),
      listChannelAgreements(agreement.id),
    ]);
    const routing = cardRoute(facts, { amount, agreement, signed: known, exclude });
    const channel = routing.chosen;
    if (!channel) break;
    const signed = await ensureChannelAgreement({
      agreementId: agreement.id,
      channel,
      silentOnly: !payer.mayAskCode,
    });
    if (signed.kind === 'code_sent') {
      const { channelAgreementId } = signed;
      return { result: 'sign', agreementId: agreement.id, channelAgreementId };
    }
    if (signed.kind !== 'ready') {
      exclude.push(channel);
      continue;
    }
    const contract = present(facts.contracts[channel], 'the contract of the channel chosen');
    const carrier = carrierOf(agreement, { channel, contract, routing, signed, withCode });
    const { customerId } = agreement;
    last = await startChannelPayment(order, carrier, { ...payer, customerId });
    const { outcome } = last;
    if (outcome?.kind !== 'failed') return resultOf(last.attempt);
    if (outcome.reason === 'code_required' && payer.mayAskCode && !withCode) withCode = true;
    else if (outcome.reason === 'agreement_ended') {
      await markAgreementLost({ channelAgreementId: signed.channelAgreementId });
    } else if (mayFallBack(outcome)) exclude.push(channel);
    else break;
  }
  if (last) return resultOf(last.attempt);
  throw new Refusal('method_unavailable', { orderId: order.id, reason: 'channel_unavailable' });
}

function carrierOf(
  { id: agreementId, phoneMasked }: Agreement,
  on: {
    channel: RemoteChannel;
    contract: Contract;
    routing: Route;
    signed: { channelAgreementId: string; channelAgreementNo: string };
    withCode: boolean;
  },
): Carrier {
  const { channel, contract, routing, signed, withCode } = on;
  const { channelAgreementId, channelAgreementNo } = signed;
  return {
    method: 'card',
    channel,
    contract,
    instrument: { type: 'agreement', channelAgreementNo, withCode, phoneMasked },
    surface: null,
    payableMs: PAYABLE_MS,
    agreement: { agreementId, channelAgreementId },
    routing,
  };
}
