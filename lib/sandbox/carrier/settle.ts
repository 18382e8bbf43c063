import type { Simulator } from '../simulator';
import type { CarrierPayment } from './records';
import { tell } from './tell';
import { textCharge } from './texts';

/** Prepared, and not confirmed in time: the carrier has forgotten it. */
export const isDiscarded = ({ state, confirmUntilMs }: CarrierPayment): boolean =>
  (state === 'pending_validation' || state === 'reserved') &&
  confirmUntilMs !== undefined &&
  confirmUntilMs <= Date.now();

/** Ends a payment: denied for a reason, or paid without one. */
export function settle(
  simulator: Simulator,
  payment: CarrierPayment,
  denialReason?: string,
): CarrierPayment {
  const { resultDueAtMs: _, ...rest } = payment;
  const settled = simulator.store.carriers.savePayment({
    ...rest,
    ...(denialReason === undefined
      ? { state: 'succeeded', paidAtMs: Date.now() }
      : { state: 'denied', denialReason }),
  });
  if (denialReason === undefined) textCharge(simulator, settled);
  tell(simulator, settled, denialReason === undefined ? 'payment-completed' : 'payment-denied');
  return settled;
}

/** Charges at once, or later where its behaviour says so. */
export function charge(simulator: Simulator, payment: CarrierPayment): CarrierPayment {
  const { resultDelaySeconds } = payment.behaviour;
  const confirmed = { ...payment, confirmed: true };
  if (resultDelaySeconds === undefined) return settle(simulator, confirmed, reasonAgainst(payment));
  const saved = simulator.store.carriers.savePayment({
    ...confirmed,
    state: 'processing',
    resultDueAtMs: Date.now() + resultDelaySeconds * 1000,
  });
  simulator.dueWork.plan();
  return saved;
}

/** What its behaviour has against a charge; undefined: nothing. */
export function reasonAgainst({ behaviour }: CarrierPayment): string | undefined {
  if (behaviour.outcome !== 'deny') return undefined;
  return behaviour.denialReason ?? 'The account is suspended';
}

export function cancel(simulator: Simulator, payment: CarrierPayment): CarrierPayment {
  const { resultDueAtMs: _, ...rest } = payment;
  const cancelled = simulator.store.carriers.savePayment({ ...rest, state: 'cancelled' });
  tell(simulator, cancelled, 'payment-cancelled');
  return cancelled;
}
