import type { ChannelAdapter, PayRequest, RefundQuery, RefundRequest } from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import type { Reply, ScriptedCarrier } from '@/tests/support/scripted-carrier';

const requestedAt = new Date('2026-11-26T01:34:08.500Z');
const payableUntil = new Date('2026-11-26T01:49:08.900Z');
export const PHONE = '+8613800138000';
export const PAYMENT_ID = 'AK234rfweSBuWGFUEWFG';
export const REFUND_ID = 'RF9823hf';
export const AUTHORIZATION_ID = 'Fn34o8g239v3wrb3t';
export const CODE = '352673';

export const instrument = {
  type: 'phone',
  carrier: 'cmcc',
  mode: 'sms',
  phone: PHONE,
  phoneMasked: '138****8000',
  serviceId: 'games-online',
  feePoint: 'FP0600',
  merchantName: '示例游戏',
  billText: '增值业务 游戏币 100 枚',
} as const;

export const payment: PayRequest = {
  channelOrderNo: 'p00000000000000000001',
  instrument,
  amount: cny(605n),
  requestedAt,
  payableUntil,
  subject: '游戏币 100 枚',
  host: 'mobile',
  noticeUrl: 'https://cashier.example/api/channels/carrier/notify',
  returnUrl: 'https://cashier.example/api/channels/carrier/return',
};
export const wap: PayRequest = { ...payment, instrument: { ...instrument, mode: 'wap' } };
export const direct: PayRequest = { ...payment, instrument: { ...instrument, mode: 'direct' } };

/** The question that follows a payment, so many milliseconds after its request. */
export const question = (laterMs = 0) => ({
  channelOrderNo: payment.channelOrderNo,
  instrument: 'phone' as const,
  carrier: 'cmcc' as const,
  mode: 'sms' as const,
  amount: payment.amount,
  requestedAt,
  payableUntil,
  askedAt: new Date(requestedAt.getTime() + laterMs),
});
/** Past payableUntil and the minute behind it. */
export const OVER_MS = 17 * 60_000;
export const known = (laterMs = 0) => ({ ...question(laterMs), channelRef: PAYMENT_ID });
export const held = (laterMs = 0) => ({ ...known(laterMs), phone: PHONE });
export const submitted = {
  ...payment,
  code: CODE,
  channelRef: PAYMENT_ID,
  codeRef: AUTHORIZATION_ID,
};

export const refund: RefundRequest = {
  channelOrderNo: 'r00000000000000000001',
  kind: 'refund',
  requestedAt,
  amount: cny(205n),
  original: {
    channelOrderNo: payment.channelOrderNo,
    channelRef: PAYMENT_ID,
    amount: payment.amount,
    instrument: 'phone',
    carrier: 'cmcc',
  },
  noticeUrl: payment.noticeUrl,
};
export const total: RefundRequest = { ...refund, amount: payment.amount };
export const refundQuestion = (laterMs = 0): RefundQuery => ({
  ...refund,
  payableUntil: requestedAt,
  askedAt: new Date(requestedAt.getTime() + laterMs),
});

const charge = (amount: number) => ({
  amount,
  currency: 'CNY',
  description: '增值业务',
  isTaxIncluded: true,
});

/** A payment in the carrier's words. */
export const told = (paymentStatus: string, change: { amount?: number; number?: string } = {}) => ({
  paymentId: PAYMENT_ID,
  paymentStatus,
  paymentCreationDate: '2026-11-26T09:34:09+08:00',
  amountTransaction: {
    phoneNumber: PHONE,
    clientCorrelator: change.number ?? payment.channelOrderNo,
    referenceCode: change.number ?? payment.channelOrderNo,
    paymentAmount: { chargingInformation: charge(change.amount ?? 6.05) },
  },
});
export const toValidate = {
  ...told('pending_validation'),
  validationInfo: { action: 'validate', authorizationId: AUTHORIZATION_ID },
};
export const toOpen = (validationURL = 'https://wap.carrier.example/v/358y24?x=1') => ({
  ...told('pending_validation'),
  validationInfo: { action: 'open', validationURL },
});

export const toldRefund = (
  refundStatus: string,
  change: { amount?: number; number?: string } = {},
) => ({
  refundId: REFUND_ID,
  refundStatus,
  type: 'partial',
  refundCreationDate: '2026-11-26T09:34:09+08:00',
  amountTransaction: {
    clientCorrelator: change.number ?? refund.channelOrderNo,
    referenceCode: change.number ?? refund.channelOrderNo,
    refundAmount: { chargingInformation: charge(change.amount ?? 2.05) },
  },
});
export const toldTotal = (refundStatus: string) => ({
  ...toldRefund(refundStatus),
  type: 'total',
  amountTransaction: {
    clientCorrelator: refund.channelOrderNo,
    referenceCode: refund.channelOrderNo,
    refundAmount: {},
  },
});

/** Which operations were called, in their order. */
export const calledOf = ({ asked }: ScriptedCarrier) => asked.map(({ operation }) => operation);

/** Both second steps of a payment in two. */
export function stepsOf({ twoStep }: ChannelAdapter) {
  if (!twoStep?.confirm) throw new Error('no second step');
  return { submitCode: twoStep.submitCode, confirm: twoStep.confirm };
}

/** The call arrives, and its answer does not. */
export const drop: Reply = { broken: (response) => response.destroy() };

export const PAID = { kind: 'succeeded', channelRef: PAYMENT_ID, amount: payment.amount };
export const WAITS = { kind: 'pending', channelRef: PAYMENT_ID, next: { type: 'wait' } };
