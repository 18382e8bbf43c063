import { expect, test } from 'vitest';
import { faultsOfCall, faultsOfExchange } from '../../../support/camara-exchange';
import { validatorOf } from '../../../support/camara-schemas';

const chargingInformation = { amount: 6, currency: 'CNY', description: '月光宝盒' };
const amountTransaction = {
  phoneNumber: '+8613800138000',
  paymentAmount: { chargingInformation },
  referenceCode: 'p1',
};

test('a complete request conforms, and each thing missing, unknown or out of range is a fault', () => {
  const faultsOf = validatorOf('carrier-billing', 'CreatePayment');
  const changed = (change: object) =>
    faultsOf({
      amountTransaction: {
        ...amountTransaction,
        paymentAmount: { chargingInformation: { ...chargingInformation, ...change } },
      },
    });
  expect(faultsOf({ amountTransaction })).toEqual([]);
  expect(changed({ amount: 0.07 })).toEqual([]);
  for (const change of [{ amount: 0.0005 }, { amount: 0 }, { amount: '6' }, { currency: 156 }]) {
    expect(changed(change), JSON.stringify(change)).not.toEqual([]);
  }
  expect(changed({ description: undefined })).not.toEqual([]);
  expect(changed({ surprise: 1 })).not.toEqual([]);
  expect(faultsOf({ amountTransaction, sink: 'http://a.example/' })).not.toEqual([]);
});

test('a discriminator demands what its kind demands, and no unknown kind passes', () => {
  const credential = validatorOf('carrier-billing', 'SinkCredential');
  const token = {
    credentialType: 'ACCESSTOKEN',
    accessToken: 'x',
    accessTokenExpiresUtc: '2026-11-26T00:00:00Z',
    accessTokenType: 'bearer',
  };
  expect(credential(token)).toEqual([]);
  expect(credential({ ...token, accessTokenType: 'mac' })).not.toEqual([]);
  expect(credential({ credentialType: 'ACCESSTOKEN' })).not.toEqual([]);
  const event = validatorOf('carrier-billing', 'CloudEvent');
  const reserved = {
    id: '1',
    source: 'https://carrier.example',
    specversion: '1.0',
    type: 'org.camaraproject.carrier-billing.v0.payment-reserved',
    time: '2026-11-26T00:00:00Z',
    data: { paymentId: 'a', status: 'succeeded', description: 'reserved' },
  };
  expect(event(reserved)).toEqual([]);
  expect(event({ ...reserved, data: { paymentId: 'a' } })).not.toEqual([]);
  const unknown = 'org.camaraproject.carrier-billing.v0.payment-forgotten';
  expect(event({ ...reserved, type: unknown })).not.toEqual([]);
  const validation = validatorOf('carrier-billing', 'ValidationInfo');
  expect(validation({ action: 'validate', authorizationId: 'a' })).toEqual([]);
  expect(validation({ action: 'open', authorizationId: 'a' })).not.toEqual([]);
});

test('an exchange is judged by its operation: parameters, statuses, codes and the echoed header', () => {
  const headers = { 'content-type': 'application/json', 'x-correlator': 'c1' };
  const request = { headers, body: { authorizationId: 'a', code: '123456' } };
  const call = { method: 'POST', path: '/payments/p/validate', request };
  const answered = (status: number, body?: unknown, correlator = 'c1') =>
    faultsOfExchange('carrier-billing', {
      ...call,
      response: { status, headers: { ...headers, 'x-correlator': correlator }, body },
    });
  const error = (status: number, code: string) =>
    answered(status, { status, code, message: 'so it is' });
  expect(answered(204)).toEqual([]);
  expect(error(400, 'CARRIER_BILLING.INVALID_CODE')).toEqual([]);
  expect(error(400, 'CARRIER_BILLING.INVALID_DATE_RANGE')).not.toEqual([]);
  expect(error(422, 'SERVICE_NOT_APPLICABLE')).not.toEqual([]);
  expect(answered(204, {})).not.toEqual([]);
  expect(answered(204, undefined, 'c2')).not.toEqual([]);
  const asked = (query: string) =>
    faultsOfCall('carrier-billing', {
      method: 'GET',
      path: `/payments?${query}`,
      request: { headers: {} },
    });
  expect(asked('page=1&paymentStatus=reserved&paymentStatus=denied')).toEqual([]);
  expect(asked('page=one')).not.toEqual([]);
  expect(asked('paymentCreationDate.gte=2026-11-26')).not.toEqual([]);
  expect(asked('clientCorrelator=p1')).not.toEqual([]);
});
