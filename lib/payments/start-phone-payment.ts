import type { PhoneNumber } from '@/lib/carriers/line';
import type { CarrierMode } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import { getMerchant } from '@/lib/merchants/get-merchant';
import type { Order } from '@/lib/orders/order';
import type { ChannelChoice } from './channel-choice';
import { findPhoneRoute, type PhoneRoute } from './find-phone-route';
import { mayFallBack, PAYABLE_MS, resultOf } from './rules';
import { type Payer, type Started, startChannelPayment } from './start-channel-payment';

const MOST_LINES = 3;

export interface PhonePayer extends Payer {
  number: PhoneNumber;
  /** The ways that suit whoever pays, the best first; the contract may allow fewer. */
  modes: readonly CarrierMode[];
  /** It begins or renews a subscription. */
  periodic: boolean;
  /** Which text the phone's owner has agreed to. */
  consentVersion: string;
}

export interface PhonePaymentStarted {
  result: 'paid' | 'continue' | 'waiting' | 'failed';
  attemptId: string;
  /** Why it definitely failed. */
  failureReason: string | null;
}

/**
 * Charges a phone on the line that routing chooses. Another line is tried only when the first is known
 * not to have charged and the fault was its own; what is in doubt is asked about and never jumped
 * over. Whoever calls for a person has spent the budgets of sending. Refuses method_unavailable with
 * the obstacle as its reason when no line can carry it, carrier_limit_reached, and what
 * startChannelPayment refuses.
 */
export async function startPhonePayment(
  order: Order,
  payer: PhonePayer,
): Promise<PhonePaymentStarted> {
  const { number, modes, periodic } = payer;
  const { name: merchantName } = await getMerchant(order.merchantId);
  const exclude: string[] = [];
  let last: Started | undefined;
  for (let round = 0; round < MOST_LINES; round += 1) {
    const route = await findPhoneRoute(order, { number, modes, periodic, exclude });
    if (!route.chosen) {
      if (last) break;
      const { reason } = route.obstacle;
      throw new Refusal('method_unavailable', { orderId: order.id, reason });
    }
    // A form begins one attempt; what another line carries after it goes without its key.
    const formKey = last ? undefined : payer.formKey;
    const choice = choiceOf(route, payer, merchantName);
    last = await startChannelPayment(order, choice, { ...payer, formKey });
    if (!last.outcome || !mayFallBack(last.outcome)) break;
    exclude.push(route.chosen.lineId);
  }
  const { attempt } = present(last, 'the payment that was started');
  const { id: attemptId, failureReason } = attempt;
  return { ...resultOf(attempt), attemptId, failureReason };
}

function choiceOf(
  { chosen, contract, routing }: Extract<PhoneRoute, { routing: object }>,
  { number, consentVersion }: PhonePayer,
  merchantName: string,
): ChannelChoice {
  const { carrier, mode, serviceId, feePoint, billText } = chosen;
  const { phone, phoneMasked } = number;
  return {
    method: 'carrier',
    channel: 'carrier',
    contract,
    instrument: {
      type: 'phone',
      carrier,
      mode,
      phone,
      phoneMasked,
      serviceId,
      feePoint,
      merchantName,
      billText,
    },
    surface: null,
    payableMs: PAYABLE_MS,
    phone: { number, line: chosen, consentVersion },
    routing,
  };
}
