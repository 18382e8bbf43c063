import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { meaningOf } from '@/lib/channels/carrier/error-codes';
import type { Outcome } from '@/lib/channels/port';
import { type CamaraApi, documentOf, follow } from '@/tests/support/camara-schemas';
import {
  done,
  listed,
  refusal,
  type ScriptedCarrier,
  startScriptedCarrier,
} from '@/tests/support/scripted-carrier';
import { direct, held, known, payment, refund, submitted, told } from './fixtures';

type Json = Record<string, unknown>;

/** Every status and code that an operation of the two documents may answer. */
function documented(api: CamaraApi): { operation: string; status: number; code: string }[] {
  const document = documentOf(api);
  return Object.entries(document.paths).flatMap(([, operations]) =>
    Object.values(operations).flatMap(({ operationId, responses }) =>
      Object.entries(responses as Record<string, Json>)
        .filter(([status]) => Number(status) >= 400)
        .flatMap(([status, response]) =>
          codesOf(follow(document, response)).map((code) => ({
            operation: String(operationId),
            status: Number(status),
            code,
          })),
        ),
    ),
  );
}

function codesOf(response: Json): string[] {
  const { schema } =
    (response.content as Record<string, { schema: Json }>)['application/json'] ?? {};
  const parts = (schema?.allOf ?? []) as { properties?: { code?: { enum: string[] } } }[];
  return parts.flatMap(({ properties }) => properties?.code?.enum ?? []);
}

const ERRORS = [...documented('carrier-billing'), ...documented('carrier-billing-refund')];
const of = (operationId: string): [number, string][] =>
  ERRORS.filter(({ operation }) => operation === operationId).map(({ status, code }) => [
    status,
    code,
  ]);

let carrier: ScriptedCarrier;
beforeAll(async () => {
  carrier = await startScriptedCarrier();
});
beforeEach(() => {
  carrier.faults.length = 0;
});
afterEach(() => expect(carrier.faults).toEqual([]));
afterAll(() => carrier.stop());

const kindOf = (outcome: Outcome | undefined) =>
  outcome?.kind === 'failed' ? outcome.reason : outcome?.kind;

test('every error of the two documents has its meaning; only a limit of calls has none', () => {
  expect(ERRORS.length).toBeGreaterThan(60);
  const unclear = ERRORS.filter((error) => meaningOf(error) === 'unclear');
  // A limit of calls says nothing of the call before it.
  expect(new Set(unclear.map(({ code }) => code))).toEqual(new Set(['TOO_MANY_REQUESTS']));
});

test('what is in no document is unclear, and so is a code under another status', () => {
  for (const [status, code] of [
    [500, 'INTERNAL'],
    [503, 'UNAVAILABLE'],
    [400, 'TOMORROWS_CODE'],
    [403, 'INVALID_ARGUMENT'],
    [400, 'toString'],
  ] as const) {
    expect(meaningOf({ status, code })).toBe('unclear');
  }
});

/** What a refusal of a new payment means: it did nothing, except where it may be about an earlier one. */
const PAY: Record<string, string> = {
  '400 INVALID_ARGUMENT': 'rejected_request',
  '400 INVALID_CREDENTIAL': 'rejected_request',
  '400 INVALID_TOKEN': 'rejected_request',
  '400 INVALID_SINK': 'rejected_request',
  '401 UNAUTHENTICATED': 'not_permitted',
  '403 PERMISSION_DENIED': 'not_permitted',
  '403 CARRIER_BILLING.PAYMENT_DENIED': 'declined',
  '404 IDENTIFIER_NOT_FOUND': 'payer_unknown',
  '409 ALREADY_EXISTS': 'unknown',
  '422 SERVICE_NOT_APPLICABLE': 'channel_closed',
  '422 MISSING_IDENTIFIER': 'rejected_request',
  '422 UNNECESSARY_IDENTIFIER': 'rejected_request',
  '422 CARRIER_BILLING.UNAUTHORIZED_AMOUNT': 'limit_exceeded',
  '422 CARRIER_BILLING.USER_AMOUNT_THRESHOLD_OVERPASSED': 'limit_exceeded',
  '429 TOO_MANY_REQUESTS': 'unknown',
};

describe('a payment that is refused', () => {
  test.each([...of('preparePayment')])('with %s %s', async (status, code) => {
    carrier.script = { prepare: refusal(status, code), payments: listed([]) };
    expect(kindOf(await carrier.adapter.pay(payment))).toBe(PAY[`${status} ${code}`]);
  });

  test.each([...of('createPayment')])('directly, with %s %s', async (status, code) => {
    carrier.script = { create: refusal(status, code), payments: listed([]) };
    expect(kindOf(await carrier.adapter.pay(direct))).toBe(PAY[`${status} ${code}`]);
  });
});

test.each([...of('retrievePayment')])(
  'a question that is refused with %s %s teaches nothing',
  async (status, code) => {
    carrier.script = { payment: refusal(status, code) };
    expect(kindOf(await carrier.adapter.query(known()))).toBe('unknown');
  },
);

test.each([...of('retrievePayments')])(
  'a list that is refused with %s %s is no empty list',
  async (status, code) => {
    const { channelRef: _unknown, ...question } = known(60 * 60_000);
    carrier.script = { payments: refusal(status, code) };
    expect(kindOf(await carrier.adapter.query(question))).toBe('unknown');
  },
);

const VALIDATE: Record<string, string> = {
  '400 INVALID_ARGUMENT': 'pending',
  '400 CARRIER_BILLING.INVALID_AUTHORIZATION_ID': 'code_expired',
  '400 CARRIER_BILLING.INVALID_CODE': 'pending',
  '400 CARRIER_BILLING.VALIDATION_FAILED': 'code_tries_used',
  '409 ALREADY_EXISTS': 'pending',
  '429 TOO_MANY_REQUESTS': 'unknown',
};
test.each([...of('validatePayment')])(
  'a code that is refused with %s %s: the word about the code counts, else the payment itself',
  async (status, code) => {
    carrier.script = { validate: refusal(status, code), payment: done(200, told('succeeded')) };
    const outcome = await carrier.adapter.twoStep?.submitCode(submitted);
    expect(kindOf(outcome)).toBe(VALIDATE[`${status} ${code}`] ?? 'succeeded');
  },
);

/** Whatever a refusal of our word means, the payment itself says what became of it. */
describe('a word of ours that is refused never decides against the payment itself', () => {
  const CONFIRM: Record<string, string> = {
    '403 CARRIER_BILLING.PAYMENT_DENIED': 'declined',
    '409 CARRIER_BILLING.PAYMENT_CANCELLED': 'cancelled',
    '429 TOO_MANY_REQUESTS': 'unknown',
  };
  test.each([...of('confirmPayment')])('confirm, with %s %s', async (status, code) => {
    const confirm = carrier.adapter.twoStep?.confirm;
    carrier.script = {
      confirm: refusal(status, code),
      payment: done(200, told('succeeded')),
    };
    expect(kindOf(await confirm?.(held()))).toBe(CONFIRM[`${status} ${code}`] ?? 'succeeded');
  });

  const CANCEL: Record<string, string> = {
    '409 CARRIER_BILLING.PAYMENT_CANCELLED': 'cancelled',
    '429 TOO_MANY_REQUESTS': 'unknown',
  };
  test.each([...of('cancelPayment')])('cancel, with %s %s', async (status, code) => {
    carrier.script = { cancel: refusal(status, code), payment: done(200, told('succeeded')) };
    const outcome = await carrier.adapter.close?.(held());
    expect(kindOf(outcome)).toBe(CANCEL[`${status} ${code}`] ?? 'succeeded');
  });
});

const REFUND: Record<string, string> = {
  '400 INVALID_ARGUMENT': 'rejected_request',
  '400 INVALID_CREDENTIAL': 'rejected_request',
  '400 INVALID_TOKEN': 'rejected_request',
  '400 INVALID_SINK': 'rejected_request',
  '401 UNAUTHENTICATED': 'not_permitted',
  '403 PERMISSION_DENIED': 'not_permitted',
  '403 CARRIER_BILLING_REFUND.REFUND_DENIED': 'declined',
  '403 CARRIER_BILLING_REFUND.PAYMENT_NOT_ELIGIBLE_FOR_REFUND': 'declined',
  '404 NOT_FOUND': 'declined',
  '409 ALREADY_EXISTS': 'unknown',
  '422 CARRIER_BILLING_REFUND.UNAUTHORIZED_AMOUNT': 'limit_exceeded',
  '422 CARRIER_BILLING_REFUND.USER_AMOUNT_THRESHOLD_OVERPASSED': 'limit_exceeded',
  '422 CARRIER_BILLING_REFUND.INVALID_PAYMENT_STATUS': 'declined',
  '422 CARRIER_BILLING_REFUND.TAXES_MANAGEMENT_MISMATCH': 'rejected_request',
  '422 CARRIER_BILLING_REFUND.REFUND_DETAILS_MISMATCH': 'rejected_request',
  '429 TOO_MANY_REQUESTS': 'unknown',
};
test.each([...of('createRefund')])('a refund that is refused with %s %s', async (status, code) => {
  carrier.script = {
    refunds: listed([]),
    remaining: done(200, { amount: 6.05, currency: 'CNY' }),
    refund: refusal(status, code),
  };
  expect(kindOf(await carrier.adapter.refund(refund))).toBe(REFUND[`${status} ${code}`]);
});

test.each([...of('retrievePaymentRemainingAmount')])(
  'a refund of which %s %s hides what is left is not sent',
  async (status, code) => {
    carrier.script = { refunds: listed([]), remaining: refusal(status, code) };
    expect(kindOf(await carrier.adapter.refund(refund))).toBe('unknown');
  },
);
