import type { Simulator } from '../simulator';
import { reserve } from './codes';
import { decide, decideRefund } from './due-at-carriers';
import type { CarrierPayment } from './records';
import type { ActionInput } from './schema';
import { isDiscarded, settle } from './settle';

const MARKS = {
  reduce: 'reduction',
  'bad-debt': 'bad_debt',
  complain: 'complaint_refund',
} as const;
const ACTIONS = ['validate', 'deny', 'discard', 'finish', ...Object.keys(MARKS)] as const;
export type PaymentAction = 'validate' | 'deny' | 'discard' | 'finish' | keyof typeof MARKS;

export const isPaymentAction = (name: string): name is PaymentAction => ACTIONS.includes(name);

/**
 * What somebody does to a payment: the payer agrees to it, the carrier denies, discards or decides it, or
 * the month's statement takes something of it back. undefined: its state does not allow that.
 */
export function actOnPayment(
  simulator: Simulator,
  payment: CarrierPayment,
  action: PaymentAction,
  input: ActionInput,
): CarrierPayment | undefined {
  const { carriers } = simulator.store;
  const isOpen = ['processing', 'pending_validation', 'reserved'].includes(payment.state);
  switch (action) {
    case 'validate':
      if (payment.state !== 'pending_validation' || isDiscarded(payment)) return undefined;
      return reserve(simulator, payment);
    case 'deny':
      if (!isOpen || isDiscarded(payment)) return undefined;
      return settle(simulator, payment, input.reason ?? 'The carrier decided so');
    case 'discard':
      if (payment.state === 'processing' || !isOpen) return undefined;
      return carriers.savePayment({ ...payment, confirmUntilMs: Date.now() });
    case 'finish':
      return finish(simulator, payment);
    default: {
      if (payment.state !== 'succeeded') return undefined;
      const milli = input.amount === undefined ? payment.milli : Number(input.amount) * 10;
      const atMs = input.at === undefined ? Date.now() : Date.parse(input.at);
      const mark = { kind: MARKS[action], milli, atMs };
      return carriers.savePayment({ ...payment, marks: [...payment.marks, mark] });
    }
  }
}

/** What is in process is decided now: the payment, or its refunds. */
function finish(simulator: Simulator, payment: CarrierPayment): CarrierPayment | undefined {
  if (payment.resultDueAtMs !== undefined) return decide(simulator, payment);
  const refunds = simulator.store.carriers
    .listRefundsOf(payment.id)
    .filter(({ resultDueAtMs }) => resultDueAtMs !== undefined);
  for (const refund of refunds) decideRefund(simulator, refund);
  return refunds.length > 0 ? payment : undefined;
}
