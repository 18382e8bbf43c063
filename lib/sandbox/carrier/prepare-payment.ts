import { randomBytes } from 'node:crypto';
import type { Simulator } from '../simulator';
import { beginPayment } from './begin-payment';
import { reserve, sendCode } from './codes';
import { describePrepared } from './describe';
import type { Carrier } from './numbers';
import { readPaymentRequest } from './read-request';
import type { CarrierPayment, Validation } from './records';
import { answer, type Reply } from './reply';
import { tell } from './tell';

/** preparePayment: the amount is held once the payer has agreed, by a code or on the carrier's page. */
export function preparePayment(
  simulator: Simulator,
  carrier: Carrier,
  asked: { body: unknown; origin: string },
): Reply {
  const read = readPaymentRequest(simulator, carrier, asked.body);
  if ('bad' in read) return read.bad;
  return beginPayment(simulator, 'prepare', read.good, (payment) => {
    const { confirmSeconds, prepareDelaySeconds } = payment.behaviour;
    const waitMs =
      confirmSeconds === undefined ? simulator.config.carrierConfirmMs : confirmSeconds * 1000;
    const validation = validationOf(payment, asked.origin);
    const begun = {
      ...payment,
      confirmUntilMs: Date.now() + waitMs,
      ...(validation ? { validation } : {}),
    };
    if (prepareDelaySeconds === undefined) {
      return answer(201, describePrepared(awaitPayer(simulator, begun)));
    }
    const resultDueAtMs = Date.now() + prepareDelaySeconds * 1000;
    simulator.store.carriers.savePayment({ ...begun, resultDueAtMs });
    simulator.dueWork.plan();
    return answer(201, describePrepared(begun));
  });
}

/** The payment is prepared: it waits for the payer, or for us where the payer need not be asked. */
export function awaitPayer(simulator: Simulator, payment: CarrierPayment): CarrierPayment {
  if (!payment.validation) return reserve(simulator, payment);
  const { resultDueAtMs: _, ...rest } = payment;
  const waiting = simulator.store.carriers.savePayment({ ...rest, state: 'pending_validation' });
  tell(simulator, waiting, 'payment-pending-validation');
  if (payment.validation.action === 'open') return waiting;
  return sendCode(simulator, waiting) ?? waiting;
}

/** By the service asked for: WAP opens the carrier's page, anything else takes a code. */
function validationOf(
  { behaviour, carrier, request }: CarrierPayment,
  origin: string,
): Validation | undefined {
  const { channel, serviceId = '', productId = '' } = request.paymentAmount.chargingMetaData ?? {};
  const isWap = /wap/i.test(channel ?? `${serviceId} ${productId}`);
  const asked = isWap ? 'open' : 'validate';
  const { action = asked } = behaviour;
  const chosen = action === 'other' ? (isWap ? 'validate' : 'open') : action;
  if (chosen === 'none') return undefined;
  const id = randomBytes(16).toString('hex');
  if (chosen === 'validate') return { action: chosen, authorizationId: id };
  return { action: chosen, wapId: id, validationURL: `${origin}/carriers/${carrier}/wap/${id}` };
}
