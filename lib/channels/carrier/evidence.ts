import type { Evidence } from '../port';
import type { CarrierEvent, ErrorInfo, Payment, Refund } from './schema';

const LONGEST_TEXT = 120;

/** All that may be kept of an answer: no phone, code, token or authorizationId leaves this module. */
export const ofPayment = (payment: Payment): Evidence => {
  const { chargingInformation } = payment.amountTransaction.paymentAmount;
  return {
    paymentId: plain(payment.paymentId),
    paymentStatus: plain(payment.paymentStatus),
    referenceCode: plain(payment.amountTransaction.referenceCode),
    amount: String(chargingInformation.amount),
    currency: plain(chargingInformation.currency),
    ...(payment.validationInfo ? { action: payment.validationInfo.action } : {}),
  };
};

export const ofRefund = (refund: Refund): Evidence => {
  const { referenceCode, refundAmount } = refund.amountTransaction;
  const { chargingInformation } = refundAmount;
  return {
    refundId: plain(refund.refundId),
    refundStatus: plain(refund.refundStatus),
    type: refund.type,
    referenceCode: plain(referenceCode),
    ...(chargingInformation ? { amount: String(chargingInformation.amount) } : {}),
  };
};

export const ofError = (operation: string, { status, code, message }: ErrorInfo): Evidence => ({
  operation,
  status: String(status),
  code: plain(code),
  message: maskText(message),
});

export const ofEvent = ({ type, data }: CarrierEvent): Evidence => ({
  type: plain(type),
  paymentId: plain(data.paymentId),
  ...(data.refundId ? { refundId: plain(data.refundId) } : {}),
  status: data.status,
  description: maskText(data.description),
  ...(data.denialReason ? { denialReason: maskText(data.denialReason) } : {}),
});

const plain = (text: string): string => text.replace(/\p{C}+/gu, ' ').slice(0, LONGEST_TEXT);

/** The carrier's own words, in which a number could stand. */
const maskText = (text: string): string =>
  plain(text.replace(/\d(?:[ -]?\d){9,}/g, (digits) => `****${digits.slice(-2)}`));
