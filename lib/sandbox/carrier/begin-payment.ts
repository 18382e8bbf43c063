import { randomBytes } from 'node:crypto';
import type { Simulator } from '../simulator';
import { playStep } from './play-step';
import type { NewPayment } from './read-request';
import type { CarrierPayment } from './records';
import { fail, type Reply } from './reply';
import { takeBehaviour } from './scripts';

/** ¥500: no carrier lends more for one purchase. */
const MOST_MILLI = 500_000;

/** Takes a new payment under its behaviour and has `act` make it what it becomes. */
export function beginPayment(
  simulator: Simulator,
  step: 'create' | 'prepare',
  asked: NewPayment,
  act: (payment: CarrierPayment) => Reply,
): Reply {
  const { phone, milli, request } = asked;
  const subject = {
    phone,
    clientCorrelator: request.clientCorrelator,
    amount: String(milli / 10),
  };
  const payment: CarrierPayment = {
    ...asked,
    id: randomBytes(12).toString('hex'),
    behaviour: takeBehaviour(simulator, subject),
    state: 'processing',
    createdAtMs: Date.now(),
    confirmed: step === 'create',
    queriesMisled: 0,
    marks: [],
  };
  const find = () => simulator.store.carriers.findPayment(payment.id);
  return playStep(simulator, step, { behaviour: payment.behaviour, find }, () =>
    milli > MOST_MILLI ? fail(422, 'CARRIER_BILLING.UNAUTHORIZED_AMOUNT') : act(payment),
  );
}
