import { z } from 'zod';
import { cancelPayment } from '../cardholder/cancel-payment';
import { confirmPayment } from '../cardholder/confirm-payment';
import { enterCode } from '../cardholder/enter-code';
import { CARDS } from '../cardholder/test-cards';
import { isPayable } from '../gateway/expire-order';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { signResult } from './sign-result';

const surface = z.enum(['control', 'cashier', 'sdk-wap']);
export const payInput = z.strictObject({
  surface,
  card: z.enum(CARDS),
  code: z.string().max(20).optional(),
});
export const cancelInput = z.strictObject({ surface });

type Surface = z.infer<typeof surface>;

/** The bridge's answer to the page, or what the person at the overlay has to do first. */
export type Said =
  | { answer: { result: string; surface: Surface; resultData?: string }; silent: boolean }
  | { wrongCode: true }
  | { gone: true };

/** The cardholder confirms in the app; a code is only there where nobody is logged in. */
export function payInApp(
  simulator: Simulator,
  order: OrderRecord,
  input: z.infer<typeof payInput>,
): Said {
  const { card, code } = input;
  if (!isPayable(order)) return { gone: true };
  if (order.behaviour.host === 'claim') return say(simulator, order, 'success', input.surface);
  if (code === undefined) {
    return sayOutcome(
      simulator,
      confirmPayment(simulator, order, card, input.surface),
      input.surface,
    );
  }
  const entered = enterCode(simulator, order, { card, code, surface: input.surface });
  return entered.wrong ? { wrongCode: true } : sayOutcome(simulator, entered.order, input.surface);
}

export function cancelInApp(simulator: Simulator, order: OrderRecord, face: Surface): Said {
  cancelPayment(simulator, order);
  return say(simulator, order, 'cancel', face);
}

/** A payment whose result is still to come was sent off: the app says so, without UnionPay's signature. */
function sayOutcome(simulator: Simulator, order: OrderRecord, face: Surface): Said {
  if (order.state !== 'waiting') {
    return say(simulator, order, order.state === 'succeeded' ? 'success' : 'fail', face);
  }
  return { answer: { result: 'success', surface: face }, silent: isSilent(order) };
}

/** SDK-WAP is asynchronous: its word is worth nothing, so there is none to sign. */
function say(
  simulator: Simulator,
  order: OrderRecord,
  result: 'success' | 'fail' | 'cancel',
  face: Surface,
): Said {
  const signed = face === 'sdk-wap' ? {} : { resultData: signResult(simulator, order, result) };
  return { answer: { result, surface: face, ...signed }, silent: isSilent(order) };
}

const isSilent = ({ behaviour }: OrderRecord): boolean => behaviour.host === 'lose-reply';
