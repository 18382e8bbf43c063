import type { Agreement } from '@/lib/agreements/agreement';
import { ensureChannelAgreement } from '@/lib/agreements/ensure-channel-agreement';
import { listChannelAgreements } from '@/lib/agreements/list-channel-agreements';
import { markAgreementLost } from '@/lib/agreements/mark-agreement-lost';
import type { RemoteChannel } from '@/lib/channels/registry';
import type { Contract } from '@/lib/contracts/contract';
import { present } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import { restOf } from '@/lib/methods/combine';
import type { Order } from '@/lib/orders/order';
import type { Route } from '@/lib/routing/route';
import type { ChannelChoice } from './channel-choice';
import { cardRoute } from './channel-rules';
import { findChannelFacts } from './find-channel-facts';
import { mayFallBack, PAYABLE_MS, resultOf } from './rules';
import { type Payer, type Started, startChannelPayment } from './start-channel-payment';
import type { StartResult } from './start-payment';

/** Each channel once, once more with a code, and once after an agreement that was lost. */
const MOST_ROUNDS = 5;

export interface CardPayer extends Pick<Payer, 'host' | 'actor' | 'begunBy' | 'formKey' | 'part'> {
  /** Nobody is there to type in a code: what would need one is not tried. */
  mayAskCode: boolean;
  withCode: boolean;
}

/**
 * Pays an order by agreement: on the channel that routing chooses, signed there first where it is
 * not yet. Another channel is tried only when the first is known not to have charged and the reason
 * was its own; whatever is in doubt is asked about and never jumped over. Refuses method_unavailable
 * when no channel can carry it, and card_not_with_balance when one would after a code to sign it with.
 */
export async function startCardPayment(
  order: Order,
  agreement: Agreement,
  payer: CardPayer,
): Promise<StartResult> {
  const exclude: RemoteChannel[] = [];
  let { withCode } = payer;
  let last: Started | undefined;
  let wantsSigning = false;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { merchantId } = order;
    const amount = payer.part ? restOf(order.amount, payer.part.amount) : order.amount;
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
      // Signing with a code leads away from this press; a part confirmed by it would be forgotten.
      silentOnly: !payer.mayAskCode || payer.part !== undefined,
    });
    if (signed.kind === 'code_sent') {
      const { channelAgreementId } = signed;
      return { result: 'sign', agreementId: agreement.id, channelAgreementId };
    }
    if (signed.kind !== 'ready') {
      wantsSigning ||= signed.kind === 'failed' && signed.reason === 'code_required';
      exclude.push(channel);
      continue;
    }
    const contract = present(facts.contracts[channel], 'the contract of the channel chosen');
    const choice = choiceOf(agreement, { channel, contract, routing, signed, withCode });
    const { customerId } = agreement;
    // A form begins one attempt; what another channel carries after it goes without its key.
    const formKey = last ? undefined : payer.formKey;
    last = await startChannelPayment(order, choice, { ...payer, customerId, formKey });
    const { outcome } = last;
    if (outcome?.kind !== 'failed') return resultOf(last.attempt);
    if (outcome.reason === 'code_required' && payer.mayAskCode && !withCode) withCode = true;
    else if (outcome.reason === 'agreement_ended') {
      await markAgreementLost({ channelAgreementId: signed.channelAgreementId });
    } else if (mayFallBack(outcome)) exclude.push(channel);
    else break;
  }
  if (last) return resultOf(last.attempt);
  if (wantsSigning && payer.part && payer.mayAskCode) {
    throw new Refusal('card_not_with_balance', { orderId: order.id });
  }
  throw new Refusal('method_unavailable', { orderId: order.id, reason: 'channel_unavailable' });
}

function choiceOf(
  { id: agreementId, phoneMasked }: Agreement,
  on: {
    channel: RemoteChannel;
    contract: Contract;
    routing: Route;
    signed: { channelAgreementId: string; channelAgreementNo: string };
    withCode: boolean;
  },
): ChannelChoice {
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
