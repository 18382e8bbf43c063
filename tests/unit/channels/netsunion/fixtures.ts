import type { SignRequest } from '@/lib/channels/agreement-port';
import type { PayRequest, RefundRequest } from '@/lib/channels/port';
import { cny } from '@/lib/money/money';

const requestedAt = new Date('2026-11-26T01:34:08.500Z');
const payableUntil = new Date('2026-11-26T01:49:08.900Z');

export const signing: SignRequest = {
  signNo: 's00000000000000000001',
  requestedAt,
  elements: {
    name: '张三',
    idNo: '110101199003070038',
    cardNo: '6200000000000005',
    phone: '13800138000',
  },
};

const instrument = {
  type: 'agreement',
  channelAgreementNo: 'SGN0000000000001',
  withCode: false,
  phoneMasked: '138****8000',
} as const;

export const payment: PayRequest = {
  channelOrderNo: 'p00000000000000000001',
  instrument,
  amount: cny(6_800n),
  requestedAt,
  payableUntil,
  subject: '游戏币 100 枚',
  host: 'mobile',
  noticeUrl: 'https://cashier.example/notify',
  returnUrl: 'https://cashier.example/return',
};

export const paymentWithCode: PayRequest = {
  ...payment,
  instrument: { ...instrument, withCode: true },
};

export const refund: RefundRequest = {
  channelOrderNo: 'r00000000000000000001',
  kind: 'refund',
  requestedAt,
  amount: cny(800n),
  original: {
    channelOrderNo: payment.channelOrderNo,
    channelRef: 'N2026112600000001',
    amount: payment.amount,
    instrument: 'agreement',
  },
  noticeUrl: payment.noticeUrl,
};

export const ending = { channelAgreementNo: 'SGN0000000000001', endNo: 'e0000001', requestedAt };

export const question = { ...payment, instrument: 'agreement', askedAt: requestedAt } as const;
export const refundQuestion = { ...refund, payableUntil: requestedAt, askedAt: requestedAt };
export const signQuestion = { signNo: signing.signNo, requestedAt, askedAt: requestedAt };
