import type { Simulator } from '../simulator';
import { enterCode, isSpent } from './codes';
import type { Carrier } from './numbers';
import { playStep } from './play-step';
import { findPayment, readBody, readSecondStep } from './read-request';
import type { CarrierPayment } from './records';
import { answer, denied, fail, invalid, type Reply } from './reply';
import type { Step } from './schema';
import { cancel, charge } from './settle';
import { validation } from './wire-schema';

interface Asked {
  id: string;
  body: unknown;
}

/** validatePayment: the code that the payer was texted. */
export function validatePayment(simulator: Simulator, carrier: Carrier, asked: Asked): Reply {
  const read = readBody(validation, asked.body);
  if ('bad' in read) return read.bad;
  const payment = findPayment(simulator, carrier, asked.id);
  if (!payment) return fail(404, 'NOT_FOUND');
  return step(simulator, 'validate', payment, () => validate(simulator, payment, read.good));
}

function validate(
  simulator: Simulator,
  payment: CarrierPayment,
  given: { authorizationId: string; code: string },
): Reply {
  const { state, confirmed, validation: wanted, code } = payment;
  const isIts = wanted?.action === 'validate' && wanted.authorizationId === given.authorizationId;
  if (!isIts) return fail(400, 'CARRIER_BILLING.INVALID_AUTHORIZATION_ID');
  if (confirmed || state === 'reserved') {
    return fail(409, 'ALREADY_EXISTS', 'Payment already validated');
  }
  if (state === 'processing') return invalid('The payment is not prepared yet.');
  if (isSpent(code)) return fail(400, 'CARRIER_BILLING.VALIDATION_FAILED');
  // Cancelled, or denied for another reason: there is nothing left to agree to.
  if (state !== 'pending_validation') {
    return fail(400, 'CARRIER_BILLING.INVALID_AUTHORIZATION_ID');
  }
  switch (enterCode(simulator, payment, given.code)) {
    case 'right':
      return answer(204);
    case 'wrong':
      return fail(400, 'CARRIER_BILLING.INVALID_CODE');
    case 'late':
      return fail(400, 'CARRIER_BILLING.INVALID_AUTHORIZATION_ID');
    case 'spent':
      return fail(400, 'CARRIER_BILLING.VALIDATION_FAILED');
  }
}

/** confirmPayment: takes what is reserved. A denial that is known at once is told at once. */
export function confirmPayment(simulator: Simulator, carrier: Carrier, asked: Asked): Reply {
  const read = readSecondStep(simulator, carrier, asked);
  if ('bad' in read) return read.bad;
  const payment = read.good;
  return step(simulator, 'confirm', payment, () => {
    const { state, confirmed } = payment;
    if (state === 'cancelled') return fail(409, 'CARRIER_BILLING.PAYMENT_CANCELLED');
    if (state === 'denied') return denied(payment.denialReason ?? '');
    if (confirmed) return fail(409, 'CARRIER_BILLING.PAYMENT_CONFIRMED');
    if (state !== 'reserved') return invalid('The payment is not validated yet.');
    const charged = charge(simulator, payment);
    return charged.state === 'denied' ? denied(charged.denialReason ?? '') : answer(202);
  });
}

/** cancelPayment: lets go of what is not confirmed. */
export function cancelPayment(simulator: Simulator, carrier: Carrier, asked: Asked): Reply {
  const read = readSecondStep(simulator, carrier, asked);
  if ('bad' in read) return read.bad;
  const payment = read.good;
  return step(simulator, 'cancel', payment, () => {
    // A denied one has nothing to let go of either.
    if (payment.state === 'cancelled' || payment.state === 'denied') {
      return fail(409, 'CARRIER_BILLING.PAYMENT_CANCELLED');
    }
    if (payment.confirmed) return fail(409, 'CARRIER_BILLING.PAYMENT_CONFIRMED');
    cancel(simulator, payment);
    return answer(202);
  });
}

function step(simulator: Simulator, name: Step, payment: CarrierPayment, act: () => Reply): Reply {
  const find = () => simulator.store.carriers.findPayment(payment.id);
  return playStep(simulator, name, { behaviour: payment.behaviour, find }, act);
}
