import type { CarrierPayment, CarrierRefund } from './records';
import { toIso } from './tell';

/** A payment as its carrier's answers have it. */
export function describePayment(payment: CarrierPayment) {
  const { id, request, phone, state, createdAtMs, paidAtMs, sink } = payment;
  return {
    paymentId: id,
    amountTransaction: {
      ...request,
      phoneNumber: `+86${phone}`,
      resourceURL: `urn:payments:${id}`,
      serverReferenceCode: `${id}-serv`,
    },
    paymentStatus: state,
    paymentCreationDate: toIso(createdAtMs),
    ...(paidAtMs === undefined ? {} : { paymentDate: toIso(paidAtMs) }),
    ...(sink ? { sink: sink.url } : {}),
  };
}

/** The answer to a preparation: what the payer has to do, too. */
export function describePrepared(payment: CarrierPayment) {
  const { validation } = payment;
  if (!validation) return describePayment(payment);
  const { action } = validation;
  const validationInfo =
    action === 'open'
      ? { action, validationURL: validation.validationURL }
      : { action, authorizationId: validation.authorizationId };
  return { ...describePayment(payment), validationInfo };
}

export function describeRefund(refund: CarrierRefund) {
  const { id, request, state, createdAtMs, refundedAtMs, sink } = refund;
  const { type, reason, amountTransaction } = request;
  return {
    refundId: id,
    refundStatus: state,
    type,
    refundCreationDate: toIso(createdAtMs),
    ...(refundedAtMs === undefined ? {} : { refundDate: toIso(refundedAtMs) }),
    ...(reason === undefined ? {} : { reason }),
    ...(sink ? { sink: sink.url } : {}),
    amountTransaction,
  };
}
