import { randomBytes, randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { SOON } from '@/tests/support/soon';
import {
  type CamaraExchange,
  faultsOfAnswer,
  faultsOfExchange,
} from '../../../support/camara-exchange';
import { openEventInbox } from '../../../support/event-inbox';
import { startBench } from '../start-bench';

export const SECRET = 'a secret of the tests and of no real carrier';

/** Somebody of China Mobile in Henan, but for the meaning of the last four digits. */
export const phoneOf = (meaning: string): string => `1380015${meaning}`;
export const FINE = phoneOf('1234');
export const someNo = (): string => `p${randomBytes(8).toString('hex')}`;

/** What a carrier may say, judged by its schema before a test looks at it. */
export interface Said {
  code: string;
  message: string;
  paymentId: string;
  paymentStatus: string;
  paymentCreationDate: string;
  paymentDate: string;
  amountTransaction: { clientCorrelator: string };
  validationInfo: { action: string; authorizationId: string; validationURL: string };
  refundId: string;
  refundStatus: string;
  amount: number;
}

export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: Said;
  /** The body, where it is a list. */
  list: Said[];
}

export interface Asked {
  method?: string;
  carrier?: string;
  body?: unknown;
  token?: string | undefined;
  headers?: Record<string, string>;
  /** The request itself is meant to be wrong: only the answer has to conform. */
  wrong?: boolean;
  /** The standard has no such answer: the test alone judges. */
  unjudged?: boolean;
}

/** A simulator whose events come to an inbox, and a client that judges every exchange by the standard. */
export async function startCarrierBench(settings: Record<string, string> = {}) {
  const inbox = await openEventInbox();
  const bench = await startBench({
    SANDBOX_CARRIER_SECRET: SECRET,
    SANDBOX_CARRIER_LOOKUP_KEY: SECRET,
    SANDBOX_SINK_CA_FILE: inbox.caFile,
    SANDBOX_DOUBT_MS: '60',
    // A busy machine is no reason for a second send.
    SANDBOX_NOTICE_TIMEOUT_MS: '10000',
    ...settings,
  });
  const tokens = new Map<string, string>();

  const askToken = (carrier: string, init: RequestInit = {}) =>
    fetch(`${bench.origin}/carriers/${carrier}/oauth2/token`, {
      method: 'POST',
      headers: { authorization: basic('cashier', SECRET) },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      ...init,
    });

  async function tokenOf(carrier: string): Promise<string> {
    const known = tokens.get(carrier);
    if (known) return known;
    const { access_token: token } = await (await askToken(carrier)).json();
    tokens.set(carrier, token);
    return token;
  }

  /** One call, judged in both directions. `path` begins behind the version. */
  async function ask(path: string, asked: Asked = {}): Promise<Answered> {
    const { carrier = 'cmcc', body, wrong, unjudged } = asked;
    const method = asked.method ?? (body === undefined ? 'GET' : 'POST');
    const api = path.includes('/refunds') ? 'carrier-billing-refund' : 'carrier-billing';
    const version = api === 'carrier-billing' ? 'v0.5' : 'v0.3';
    const token = 'token' in asked ? asked.token : await tokenOf(carrier);
    const headers: Record<string, string> = {
      'x-correlator': randomUUID(),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...asked.headers,
    };
    const response = await fetch(`${bench.origin}/carriers/${carrier}/${api}/${version}${path}`, {
      method,
      headers: { connection: 'close', ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answered = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text === '' ? undefined : JSON.parse(text),
    };
    const exchange: CamaraExchange = {
      method,
      path,
      request: { headers, body },
      response: answered,
    };
    const faults = wrong ? faultsOfAnswer(api, exchange) : faultsOfExchange(api, exchange);
    if (!unjudged) expect(faults).toEqual([]);
    return { ...answered, list: answered.body };
  }

  const rail = {
    bench,
    inbox,
    ask,
    askToken,

    create: (change: PaymentChange = {}, asked: Asked = {}) =>
      ask('/payments', { body: paymentBody(change), ...asked }),
    prepare: (change: PaymentChange = {}, asked: Asked = {}) =>
      ask('/payments/prepare', { body: paymentBody(change), ...asked }),
    validate: (id: string, authorizationId: string, code: string) =>
      ask(`/payments/${id}/validate`, { body: { authorizationId, code } }),
    confirm: (id: string, phone = FINE) =>
      ask(`/payments/${id}/confirm`, { body: { phoneNumber: `+86${phone}` } }),
    cancel: (id: string, phone = FINE) =>
      ask(`/payments/${id}/cancel`, { body: { phoneNumber: `+86${phone}` } }),
    stateOf: async (id: string): Promise<string> =>
      (await ask(`/payments/${id}`)).body.paymentStatus,

    /** Prepared, and agreed to with the code that came. */
    async reserved(change: PaymentChange = {}): Promise<string> {
      const { body } = await rail.prepare(change);
      const { authorizationId } = body.validationInfo;
      const code = await rail.code(change.phone);
      expect((await rail.validate(body.paymentId, authorizationId, code)).status).toBe(204);
      return body.paymentId;
    },
    async paid(change: PaymentChange = {}): Promise<string> {
      const { status, body } = await rail.create(change);
      expect(status).toBe(201);
      return body.paymentId;
    },

    async script(match: object, behaviour: object, times?: number): Promise<void> {
      const answered = await bench.call('POST', '/carrier/script', { match, behaviour, times });
      expect(answered.status, JSON.stringify(answered.body)).toBe(201);
    },
    act: (name: string, action: string, input: object = {}) =>
      bench.call('POST', `/carrier/payments/${name}/${action}`, input),
    async view(name: string) {
      const { body } = await bench.call('GET', `/carrier/payments?clientCorrelator=${name}`);
      expect(body.payments).toHaveLength(1);
      return body.payments[0];
    },
    async texts(phone = FINE): Promise<string[]> {
      const { body } = await bench.call('GET', `/sms?phone=${phone}`);
      return body.messages.map(({ text }: { text: string }) => text);
    },
    /** The code in the newest text. */
    async code(phone = FINE): Promise<string> {
      const code = /验证码 (\d{6})，/.exec((await rail.texts(phone))[0] ?? '')?.[1];
      if (!code) throw new Error('no code came');
      return code;
    },
    /** Waits until the payment is in that state by the carrier's own word. */
    until: (id: string, state: string) =>
      vi.waitFor(async () => expect(await rail.stateOf(id)).toBe(state), SOON),

    async reset(): Promise<void> {
      inbox.statuses.length = 0;
      await bench.call('POST', '/reset');
    },
    async stop(): Promise<void> {
      await bench.stop();
      await inbox.close();
    },
  };
  return rail;
}

export type CarrierBench = Awaited<ReturnType<typeof startCarrierBench>>;

export const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;

export interface PaymentChange {
  phone?: string;
  no?: string;
  amount?: number;
  channel?: string;
  sink?: string;
  token?: string;
  /** Of chargingInformation. */
  charging?: object;
  metaData?: object;
  /** Of amountTransaction. */
  transaction?: object;
  tokenExpires?: string;
}

export function paymentBody(change: PaymentChange = {}) {
  const { phone = FINE, no = someNo(), amount = 6, channel = 'SMS', sink, token = 'tkn' } = change;
  const item = { amount, currency: 'CNY', description: '600 金币', ...change.charging };
  return {
    amountTransaction: {
      phoneNumber: `+86${phone}`,
      clientCorrelator: no,
      referenceCode: no,
      paymentAmount: {
        chargingInformation: item,
        chargingMetaData: {
          merchantName: '云端游戏',
          merchantIdentifier: '898000000000002',
          serviceId: 'S-COINS',
          productId: 'P-6',
          channel,
          ...change.metaData,
        },
        paymentDetails: [{ id: '1', ...item }],
      },
      ...change.transaction,
    },
    ...(sink === undefined
      ? {}
      : {
          sink,
          sinkCredential: {
            credentialType: 'ACCESSTOKEN',
            accessToken: token,
            accessTokenExpiresUtc: change.tokenExpires ?? '2099-01-01T00:00:00Z',
            accessTokenType: 'bearer',
          },
        }),
  };
}

export function refundBody(no: string, amount?: number, change: object = {}) {
  const item = { amount, currency: 'CNY', description: '600 金币', ...change };
  const refundAmount =
    amount === undefined
      ? {}
      : { chargingInformation: item, refundDetails: [{ paymentItemId: '1', ...item }] };
  return {
    type: amount === undefined ? 'total' : 'partial',
    amountTransaction: { clientCorrelator: no, referenceCode: no, refundAmount },
  };
}
