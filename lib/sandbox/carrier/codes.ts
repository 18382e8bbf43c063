import { randomInt } from 'node:crypto';
import type { Simulator } from '../simulator';
import type { CarrierPayment } from './records';
import { settle } from './settle';
import { tell } from './tell';
import { textCode } from './texts';

const MOST_WRONG = 3;
const MOST_SENT = 5;

/** Texts a new code, which voids the former; undefined when this payment has had too many. */
export function sendCode(
  simulator: Simulator,
  payment: CarrierPayment,
): CarrierPayment | undefined {
  const { store, config } = simulator;
  const { code, codeSeconds } = payment.behaviour;
  const sent = (payment.code?.sent ?? 0) + 1;
  if (sent > MOST_SENT) return undefined;
  const value = String(randomInt(1_000_000)).padStart(6, '0');
  const goodForMs = codeSeconds === undefined ? config.codeMs : codeSeconds * 1000;
  if (code !== 'lost') textCode(simulator, payment, value);
  // What was guessed wrong stays counted: another code is no new set of tries.
  const wrong = payment.code?.wrong ?? 0;
  return store.carriers.savePayment({
    ...payment,
    code: { value, untilMs: Date.now() + goodForMs, sent, wrong },
  });
}

/** As many wrong codes as are taken. */
export const isSpent = (code: CarrierPayment['code']): boolean =>
  code !== undefined && code.wrong >= MOST_WRONG;

export type Verdict = 'right' | 'wrong' | 'late' | 'spent';

/** Judges a code for a payment that waits for one; the third wrong one denies the payment. */
export function enterCode(simulator: Simulator, payment: CarrierPayment, given: string): Verdict {
  const { code } = payment;
  if (!code || code.untilMs <= Date.now()) return 'late';
  if (given === code.value) {
    reserve(simulator, payment);
    return 'right';
  }
  const counted = { ...payment, code: { ...code, wrong: code.wrong + 1 } };
  if (!isSpent(counted.code)) {
    simulator.store.carriers.savePayment(counted);
    return 'wrong';
  }
  settle(simulator, counted, 'Too many wrong codes');
  return 'spent';
}

/** The payer agrees: what was prepared is held for us. */
export function reserve(simulator: Simulator, payment: CarrierPayment): CarrierPayment {
  const { resultDueAtMs: _, ...rest } = payment;
  const reserved = simulator.store.carriers.savePayment({ ...rest, state: 'reserved' });
  tell(simulator, reserved, 'payment-reserved');
  return reserved;
}
