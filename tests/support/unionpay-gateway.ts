import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChannelAdapter } from '@/lib/channels/port';
import { createUnionPayAdapter } from '@/lib/channels/unionpay/adapter';
import type { UnionPayConfig } from '@/lib/channels/unionpay/config';
import { type LocalGateway, readFormOf, startLocalGateway } from './local-gateway';
import { answerBody, makeRail, type Rail, signAsGateway } from './unionpay-fixtures';

type Fields = Record<string, string>;
export type Change = Record<string, string | undefined>;

/** A gateway over real HTTP that answers every call the way the test says, and remembers the calls. */
export interface UnionPayGateway {
  rail: Rail;
  adapter: ChannelAdapter;
  /** Pointed at the same gateway, with other settings. */
  adapterWith(change: Partial<UnionPayConfig>): ChannelAdapter;
  readonly asked: { path: string; fields: Fields }[];
  /** The last call. */
  last(): { path: string; fields: Fields };
  /** Answers each call with what it said of itself and these fields, signed as UnionPay does. */
  answers(change: Change | ((asked: Fields) => Change), signer?: Rail['unionpay']): void;
  /** The body of an answer, from the fields that `answers` would send; signed or not is the test's. */
  sends(body: (answer: Fields) => string | Buffer): void;
  /** Anything that HTTP can do. */
  does(listener: (request: IncomingMessage, response: ServerResponse) => void): void;
  /** An adapter whose gateway is not there. */
  unreachable(): Promise<ChannelAdapter>;
  close(): Promise<void>;
}

export async function startUnionPayGateway(): Promise<UnionPayGateway> {
  const rail = await makeRail();
  const asked: { path: string; fields: Fields }[] = [];
  let change: (asked: Fields) => Change = () => ({});
  let listener: (request: IncomingMessage, response: ServerResponse) => void;
  const echo = (): Fields => {
    const fields = asked.at(-1)?.fields ?? {};
    const kept = Object.entries(fields).filter(([name]) => ECHOED.includes(name));
    return defined({ ...Object.fromEntries(kept), ...change(fields) });
  };
  const sends = (body: (answer: Fields) => string | Buffer) => {
    listener = (_request, response) => void response.end(body(echo()));
  };
  const server: LocalGateway = await startLocalGateway(async (request, response) => {
    asked.push({ path: String(request.url), fields: await readFormOf(request) });
    listener(request, response);
  });
  sends((answer) => answerBody(rail.sign(answer)));
  return {
    rail,
    adapter: createUnionPayAdapter(rail.config(server.origin)),
    adapterWith: (change) => createUnionPayAdapter({ ...rail.config(server.origin), ...change }),
    asked,
    last() {
      const call = asked.at(-1);
      if (!call) throw new Error('nothing was asked');
      return call;
    },
    answers(fields, signer = rail.unionpay) {
      change = typeof fields === 'function' ? fields : () => fields;
      sends((answer) => answerBody(signAsGateway(answer, signer)));
    },
    sends,
    does: (does) => {
      listener = does;
    },
    async unreachable() {
      const gone = await startLocalGateway(() => undefined);
      await gone.close();
      return createUnionPayAdapter(rail.config(gone.origin));
    },
    close: server.close,
  };
}

const ECHOED = [
  ...['version', 'encoding', 'signMethod', 'accessType', 'merId', 'orderId', 'txnTime', 'bizType'],
  ...['txnType', 'txnSubType', 'txnAmt', 'currencyCode', 'settleDate', 'origQryId'],
];

const defined = (fields: Change): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
