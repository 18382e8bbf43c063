import { z } from 'zod';
import type { ChannelContract, PayRequest, PhoneInstrument, RefundRequest } from '../port';
import { type Endpoint, isMerchantNo, isSink, type Setup } from './config';
import type { Call } from './exchange';
import { payment, payments, refund, refunds, remainingAmount } from './schema';
import { noticeTokenOf, tokenEnd, toYuan } from './values';

const BILLING = '/carrier-billing/v0.5';
const REFUND = '/carrier-billing-refund/v0.3';
const LONGEST_TEXT = 64;
const PAGE_SIZE = 100;
/** One item a payment: what a partial refund has to name. */
const ITEM_ID = '1';
const nothing = z.undefined();

/** On whose behalf: an aggregator's carriers ask for the merchant of every payment. */
export function merchantNoOf(setup: Setup, { contract }: { contract?: ChannelContract }): string {
  const merchantNo = contract?.merchantNo ?? setup.merchantNo;
  if (!isMerchantNo(merchantNo)) throw new RangeError('merchantNo has to be 15 letters');
  return merchantNo;
}

/** createPayment charges at once; preparePayment reserves, for the payer and then us to confirm. */
export function paymentCall(
  setup: Setup,
  endpoint: Endpoint,
  request: PayRequest,
  by: PhoneInstrument,
) {
  if (request.payableUntil <= request.requestedAt) {
    throw new RangeError('payableUntil has to be after requestedAt');
  }
  const { channelOrderNo } = request;
  const charge = chargeOf(request.amount, by.billText);
  const content = {
    amountTransaction: {
      phoneNumber: e164(by.phone),
      clientCorrelator: numberOf(channelOrderNo),
      referenceCode: channelOrderNo,
      paymentAmount: {
        chargingInformation: charge,
        chargingMetaData: {
          merchantName: plain(by.merchantName),
          merchantIdentifier: merchantNoOf(setup, request),
          channel: by.mode === 'direct' ? 'API' : by.mode.toUpperCase(),
          serviceId: by.serviceId,
          productId: by.feePoint,
        },
        paymentDetails: [{ id: ITEM_ID, ...charge }],
      },
    },
    ...sinkOf(endpoint, request, request.payableUntil),
  };
  const step = by.mode === 'direct' ? '' : '/prepare';
  return post(step ? 'prepare' : 'create', `${BILLING}/payments${step}`, channelOrderNo, content, {
    done: 201,
    shape: payment,
  });
}

export const getPaymentCall = (channelOrderNo: string, paymentId: string) =>
  get('payment', pathOf(paymentId), channelOrderNo, payment);

/** Payments of one merchant between two moments, the oldest first. */
export const listPaymentsCall = (
  channelOrderNo: string,
  on: { merchantNo: string; from: Date; to: Date; page: number },
) => {
  const query = new URLSearchParams({
    page: String(on.page),
    perPage: String(PAGE_SIZE),
    'paymentCreationDate.gte': on.from.toISOString(),
    'paymentCreationDate.lte': on.to.toISOString(),
    order: 'asc',
    merchantIdentifier: on.merchantNo,
  });
  return get('payments', `${BILLING}/payments?${query}`, channelOrderNo, payments);
};

export const validateCall = (
  channelOrderNo: string,
  on: { paymentId: string; authorizationId: string; code: string },
) => {
  const { paymentId, authorizationId, code } = on;
  const content = { authorizationId, code };
  return post('validate', `${pathOf(paymentId)}/validate`, channelOrderNo, content, {
    done: 204,
    shape: nothing,
  });
};

export const heldCall = (
  operation: 'confirm' | 'cancel',
  channelOrderNo: string,
  on: { paymentId: string; phone: string },
) => {
  const content = { phoneNumber: e164(on.phone) };
  return post(operation, `${pathOf(on.paymentId)}/${operation}`, channelOrderNo, content, {
    done: 202,
    shape: nothing,
  });
};

/** total gives back the whole payment and ends it; partial names its amount and the item it is of. */
export function refundCall(setup: Setup, endpoint: Endpoint, request: RefundRequest) {
  const { channelOrderNo, amount, original } = request;
  const isTotal = amount.amountMinor === original.amount.amountMinor;
  const charge = chargeOf(amount, '退费');
  const content = {
    type: isTotal ? 'total' : 'partial',
    amountTransaction: {
      clientCorrelator: numberOf(channelOrderNo),
      referenceCode: channelOrderNo,
      refundAmount: {
        ...(isTotal
          ? {}
          : {
              chargingInformation: charge,
              refundDetails: [{ paymentItemId: ITEM_ID, ...charge }],
            }),
        chargingMetaData: { merchantIdentifier: merchantNoOf(setup, request) },
      },
    },
    ...sinkOf(endpoint, request, request.requestedAt),
  };
  const path = refundsPath(original.channelRef);
  return post('refund', path, channelOrderNo, content, { done: 201, shape: refund });
}

export const getRefundCall = (channelOrderNo: string, paymentId: string, refundId: string) =>
  get(
    'refund',
    `${refundsPath(paymentId)}/${encodeURIComponent(refundId)}`,
    channelOrderNo,
    refund,
  );

export const listRefundsCall = (channelOrderNo: string, paymentId: string, page: number) => {
  const query = new URLSearchParams({
    page: String(page),
    perPage: String(PAGE_SIZE),
    order: 'asc',
  });
  return get('refunds', `${refundsPath(paymentId)}?${query}`, channelOrderNo, refunds);
};

export const remainingCall = (channelOrderNo: string, paymentId: string) =>
  get('remaining', `${refundsPath(paymentId)}/remaining-amount`, channelOrderNo, remainingAmount);

const pathOf = (paymentId: string) => `${BILLING}/payments/${encodeURIComponent(paymentId)}`;
const refundsPath = (paymentId: string) =>
  `${REFUND}/payments/${encodeURIComponent(paymentId)}/refunds`;

const get = <T>(operation: string, path: string, channelOrderNo: string, shape: Call<T>['shape']) =>
  ({ operation, method: 'GET', path, channelOrderNo, done: 200, shape }) satisfies Call<T>;

const post = <T>(
  operation: string,
  path: string,
  channelOrderNo: string,
  content: object,
  expects: Pick<Call<T>, 'done' | 'shape'>,
) => ({ operation, method: 'POST', path, channelOrderNo, content, ...expects }) satisfies Call<T>;

/** Prices in shops have their tax in them; unless told so, a carrier would put it on top. */
const chargeOf = (amount: PayRequest['amount'], description: string) => ({
  amount: toYuan(amount),
  currency: amount.currency,
  description: plain(description),
  isTaxIncluded: true,
});

function sinkOf(
  endpoint: Endpoint,
  { channelOrderNo, noticeUrl }: { channelOrderNo: string; noticeUrl: string },
  until: Date,
) {
  if (!isSink(noticeUrl)) throw new RangeError('a carrier sends its events to https only');
  return {
    sink: noticeUrl,
    sinkCredential: {
      credentialType: 'ACCESSTOKEN',
      accessToken: noticeTokenOf(endpoint.noticeKey, channelOrderNo),
      accessTokenExpiresUtc: tokenEnd(until),
      accessTokenType: 'bearer',
    },
  };
}

function numberOf(channelOrderNo: string): string {
  if (!/^[0-9a-z]{8,32}$/.test(channelOrderNo)) {
    throw new RangeError('our number has to be 8 to 32 characters of 0-9 and a-z');
  }
  return channelOrderNo;
}

function e164(phone: string): string {
  if (!/^\+[1-9][0-9]{4,14}$/.test(phone)) throw new RangeError('a phone has to be E.164');
  return phone;
}

/** At most 64 characters, never half a one, without controls. */
const plain = (text: string): string =>
  [...text.replace(/\p{C}+/gu, ' ').trim()].slice(0, LONGEST_TEXT).join('');
