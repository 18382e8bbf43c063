import { type Money, sameMoney } from '@/lib/money/money';
import type { NextStep, OurStep, Outcome } from '../port';
import { ofPayment, ofRefund } from './evidence';
import type { Payment, Refund } from './schema';
import { fromYuan } from './values';

/** What an answer has to repeat of what we asked for. */
export interface Expected {
  channelOrderNo: string;
  amount: Money;
  paymentId?: string;
  phone?: string;
}

/** What comes next while a payment is undecided. */
export interface Step {
  next: NextStep;
  ours?: OurStep;
  awaitsPayer?: true;
  codeRef?: string;
}

export const WAIT: Step = { next: { type: 'wait' } };
/** The carrier holds the money for our word. */
export const OURS_TO_CONFIRM: Step = { ...WAIT, ours: 'confirm' };
/** Whatever the payer would need to go on got lost with an answer. */
export const OURS_TO_CANCEL: Step = { ...WAIT, ours: 'cancel' };

/** A payment as the carrier has it. `validating`: the payer's part of it; `reserved`: ours. */
export function translatePayment(
  payment: Payment,
  expected: Expected,
  steps: { validating: Step | string; reserved: Step },
): Outcome {
  const evidence = ofPayment(payment);
  const problem = firstDifference(payment, expected);
  if (problem) return unreadable(evidence, problem);
  const channelRef = payment.paymentId;
  const pending = (step: Step): Outcome => ({ kind: 'pending', channelRef, ...step, evidence });
  switch (payment.paymentStatus) {
    case 'succeeded':
      return { kind: 'succeeded', channelRef, amount: expected.amount, evidence };
    case 'denied':
      // The standard gives a reason to the call that was denied and to the event, not to a question.
      return { kind: 'failed', reason: 'declined', evidence };
    case 'cancelled':
      return { kind: 'failed', reason: 'cancelled', evidence };
    case 'reserved':
      return pending(steps.reserved);
    case 'processing':
      if (!payment.validationInfo) return pending(WAIT);
      break;
    case 'pending_validation':
      break;
    default:
      return unreadable(evidence, 'paymentStatus is none of the standard');
  }
  const { validating } = steps;
  if (typeof validating === 'string') return unreadable(evidence, validating);
  const isPayers = payment.paymentStatus === 'pending_validation';
  return pending(isPayers ? { ...validating, awaitsPayer: true } : validating);
}

/** A refund as the carrier has it. A total one is of the whole payment, which is what was asked for. */
export function translateRefund(
  refund: Refund,
  expected: { channelOrderNo: string; amount: Money; whole: Money; refundId?: string },
): Outcome {
  const evidence = ofRefund(refund);
  const { clientCorrelator, referenceCode, refundAmount } = refund.amountTransaction;
  const { chargingInformation: charge } = refundAmount;
  if (!isOurs({ clientCorrelator, referenceCode }, expected.channelOrderNo)) {
    return unreadable(evidence, 'clientCorrelator is not ours');
  }
  if (expected.refundId !== undefined && refund.refundId !== expected.refundId) {
    return unreadable(evidence, 'refundId is not the one asked about');
  }
  const amount = refund.type === 'total' ? expected.whole : charge && fromYuan(charge);
  if (!amount || !sameMoney(amount, expected.amount)) {
    return unreadable(evidence, 'amount is not the one asked for');
  }
  const channelRef = refund.refundId;
  switch (refund.refundStatus) {
    case 'succeeded':
      return { kind: 'succeeded', channelRef, amount, evidence };
    case 'processing':
      return { kind: 'pending', channelRef, ...WAIT, evidence };
    case 'denied':
      return { kind: 'failed', reason: 'declined', code: refund.refundStatus, evidence };
    default:
      return unreadable(evidence, 'refundStatus is none of the standard');
  }
}

/** Only referenceCode has to be repeated; both have our number. */
export const isOurs = (
  {
    clientCorrelator,
    referenceCode,
  }: { clientCorrelator?: string | undefined; referenceCode: string },
  channelOrderNo: string,
): boolean => (clientCorrelator ?? referenceCode) === channelOrderNo;

function firstDifference({ paymentId, amountTransaction }: Payment, expected: Expected) {
  const { chargingInformation } = amountTransaction.paymentAmount;
  if (expected.paymentId !== undefined && paymentId !== expected.paymentId) {
    return 'paymentId is not the one asked about';
  }
  if (!isOurs(amountTransaction, expected.channelOrderNo)) return 'clientCorrelator is not ours';
  if (expected.phone !== undefined && amountTransaction.phoneNumber !== expected.phone) {
    return 'phoneNumber is not the one asked for';
  }
  const amount = fromYuan(chargingInformation);
  if (!amount) return 'amount is none in fen';
  return sameMoney(amount, expected.amount) ? undefined : 'amount is not the one asked for';
}

const unreadable = (evidence: Record<string, string>, problem: string): Outcome => ({
  kind: 'unknown',
  cause: 'unreadable',
  evidence: { ...evidence, problem },
});
