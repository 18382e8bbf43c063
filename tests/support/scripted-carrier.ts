import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCarrierAdapter } from '@/lib/channels/carrier/adapter';
import type { CarrierConfig } from '@/lib/channels/carrier/config';
import type { ChannelAdapter } from '@/lib/channels/port';
import { faultsOfAnswer, faultsOfCall } from './camara-exchange';
import { readBodyOf, startLocalGateway } from './local-gateway';
import { freePort } from './sandbox-process';

/** The operations of the standard, by names of these tests. */
export type Operation =
  | 'create'
  | 'prepare'
  | 'payment'
  | 'payments'
  | 'validate'
  | 'confirm'
  | 'cancel'
  | 'refund'
  | 'refunds'
  | 'one refund'
  | 'remaining';

const PATHS: readonly (readonly [Operation, string, RegExp])[] = [
  ['create', 'POST', /^\/payments$/],
  ['payments', 'GET', /^\/payments$/],
  ['prepare', 'POST', /^\/payments\/prepare$/],
  ['validate', 'POST', /^\/payments\/[^/]+\/validate$/],
  ['confirm', 'POST', /^\/payments\/[^/]+\/confirm$/],
  ['cancel', 'POST', /^\/payments\/[^/]+\/cancel$/],
  ['refund', 'POST', /^\/payments\/[^/]+\/refunds$/],
  ['refunds', 'GET', /^\/payments\/[^/]+\/refunds$/],
  ['remaining', 'GET', /^\/payments\/[^/]+\/refunds\/remaining-amount$/],
  ['one refund', 'GET', /^\/payments\/[^/]+\/refunds\/[^/]+$/],
  ['payment', 'GET', /^\/payments\/[^/]+$/],
].map(([name, method, pattern]) => [name, method, pattern] as [Operation, string, RegExp]);

/** One call as it came; `path` behind the version of its API. */
export interface Asked {
  operation: Operation;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** `broken`: no answer of the standard, and not judged as one. */
export type Reply =
  | { status: number; body?: unknown; total?: number }
  | { broken: (response: ServerResponse) => void };
export type Script = Partial<Record<Operation, Reply | ((asked: Asked) => Reply)>>;

export const done = (status: number, body?: unknown): Reply =>
  body === undefined ? { status } : { status, body };
export const refusal = (status: number, code: string, message = 'As the standard has it.'): Reply =>
  done(status, { status, code, message });
/** All of a list at once, or a page of it. */
export const listed = (items: unknown[], total = items.length): Reply => ({
  status: 200,
  body: items,
  total,
});

export interface ScriptedCarrier {
  origin: string;
  adapter: ChannelAdapter;
  adapterWith(change: Partial<CarrierConfig>): ChannelAdapter;
  /** An adapter that still gets its access tokens, and whose carrier is not there at all. */
  unreachable(): Promise<ChannelAdapter>;
  script: Script;
  asked: Asked[];
  /** What came to the token endpoint; `token` says what it answers, the next of its kind by default. */
  tokenCalls: { authorization: string; body: string }[];
  token: (nth: number) => Reply;
  /** What did not conform to the standard, of either side. */
  faults: string[];
  stop(): Promise<void>;
}

export const CLIENT_SECRET = 'a secret & of these tests';
export const MERCHANT_NO = '898000000000002';
export const PERMITTED_SECONDS = 3_600;

/** A carrier that says what a test wants it to say, every word judged by the standard's own schemas. */
export async function startScriptedCarrier(): Promise<ScriptedCarrier> {
  const server = await startLocalGateway(async (request, response) => {
    const body = (await readBodyOf(request)).toString();
    if (request.url === '/token') {
      answerToken(request, body, response);
      return;
    }
    const call = readCall(request, body);
    carrier.asked.push(call.asked);
    carrier.faults.push(...faultsOfCall(call.api, call.exchange));
    const scripted = carrier.script[call.asked.operation];
    const reply = typeof scripted === 'function' ? scripted(call.asked) : scripted;
    if (!reply) {
      carrier.faults.push(`${call.asked.operation} was not expected`);
      response.writeHead(500).end();
      return;
    }
    if ('broken' in reply) reply.broken(response);
    else send(call, reply, response);
  });

  function answerToken(request: IncomingMessage, body: string, response: ServerResponse): void {
    const { authorization = '' } = request.headers;
    carrier.tokenCalls.push({ authorization, body });
    const reply = carrier.token(carrier.tokenCalls.length);
    if ('broken' in reply) {
      reply.broken(response);
      return;
    }
    response.writeHead(reply.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(reply.body));
  }

  function send(
    { api, exchange }: ReturnType<typeof readCall>,
    reply: Exclude<Reply, { broken: unknown }>,
    response: ServerResponse,
  ): void {
    const headers: Record<string, string> = {
      'x-correlator': exchange.request.headers['x-correlator'] ?? '',
      ...(reply.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(reply.total === undefined ? {} : { 'x-total-count': String(reply.total) }),
    };
    const { status, body } = reply;
    const answer = { status, headers, ...(body === undefined ? {} : { body }) };
    carrier.faults.push(...faultsOfAnswer(api, { ...exchange, response: answer }));
    response.writeHead(status, headers).end(body === undefined ? undefined : JSON.stringify(body));
  }

  const endpoint = {
    carrier: 'cmcc',
    apiRoot: `${server.origin}/cmcc`,
    tokenUrl: `${server.origin}/token`,
    clientId: 'cashier:1',
    clientSecret: CLIENT_SECRET,
  } as const;
  const config: CarrierConfig = {
    endpoints: [endpoint],
    merchantNo: MERCHANT_NO,
    sinkOrigin: 'https://cashier.example',
    now: () => new Date(),
  };
  const carrier: ScriptedCarrier = {
    origin: server.origin,
    adapter: createCarrierAdapter(config),
    adapterWith: (change) => createCarrierAdapter({ ...config, ...change }),
    unreachable: async () => {
      const apiRoot = `http://127.0.0.1:${await freePort()}/cmcc`;
      return createCarrierAdapter({ ...config, endpoints: [{ ...endpoint, apiRoot }] });
    },
    script: {},
    asked: [],
    tokenCalls: [],
    token: tokenOfItsTurn,
    faults: [],
    stop: () => server.close(),
  };
  return carrier;
}

/** token-1, token-2, … */
export const tokenOfItsTurn = (nth: number): Reply =>
  done(200, {
    access_token: `token-${nth}`,
    token_type: 'Bearer',
    expires_in: PERMITTED_SECONDS,
  });

function readCall(request: IncomingMessage, body: string) {
  const { method = '', url = '' } = request;
  const [, name = '', path = ''] =
    /^\/cmcc\/(carrier-billing\/v0\.5|carrier-billing-refund\/v0\.3)(\/.*)$/.exec(url) ?? [];
  const [pathname = ''] = path.split('?');
  const found = PATHS.find(([, m, pattern]) => m === method && pattern.test(pathname));
  if (!found) throw new Error(`no operation of the standard: ${method} ${url}`);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([header, value]) => [header, String(value)]),
  );
  const api = name.startsWith('carrier-billing-refund')
    ? ('carrier-billing-refund' as const)
    : ('carrier-billing' as const);
  const parsed = body === '' ? {} : { body: JSON.parse(body) as unknown };
  return {
    api,
    asked: { operation: found[0], path, headers, body },
    exchange: { method, path, request: { headers, ...parsed } },
  };
}
