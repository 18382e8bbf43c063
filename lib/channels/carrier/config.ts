import { hkdfSync } from 'node:crypto';
import type { CarrierCode, NoAnswer } from '../port';

export interface CarrierEndpoint {
  carrier: CarrierCode;
  /** e.g. https://api.carrier.example/v1; the versions of the two APIs follow it. */
  apiRoot: string;
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  /** The one before: events still bear tokens that were given out under it, for as long as those are good. */
  previousClientSecret?: string | undefined;
}

export interface CarrierConfig {
  /** One for each carrier that is connected. */
  endpoints: readonly CarrierEndpoint[];
  /** merchantIdentifier of whoever has no contract of their own. */
  merchantNo: string;
  /** Where carriers send their events: https, as the standard asks. */
  sinkOrigin: string;
  /** Tells when an access token ends. What a call says never depends on it. */
  now: () => Date;
  /** For one call; 15 seconds unless given. */
  timeoutMs?: number;
}

export interface Endpoint extends CarrierEndpoint {
  kind: 'connected';
  /** Makes the token by which an event of this carrier authenticates itself. */
  noticeKey: Buffer;
  /** What the token of an event may have been made with. */
  noticeKeys: readonly Buffer[];
}

export interface Setup {
  endpoints: ReadonlyMap<CarrierCode, Endpoint>;
  merchantNo: string;
  now: () => Date;
  timeoutMs: number;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const SHORTEST_SECRET = 16;

/** Checks a configuration once, at start, so that no payment is the first to find it broken. */
export function prepareSetup(config: CarrierConfig): Setup {
  const { endpoints, merchantNo, sinkOrigin, now, timeoutMs } = config;
  const problems: string[] = [];
  for (const endpoint of endpoints) {
    const { carrier, apiRoot, tokenUrl, clientId, clientSecret } = endpoint;
    if (!isBase(apiRoot)) problems.push(`${carrier}: apiRoot is no http(s) address`);
    if (!isBase(tokenUrl)) problems.push(`${carrier}: tokenUrl is no http(s) address`);
    if (clientId === '') problems.push(`${carrier}: clientId is empty`);
    if (clientSecret.length < SHORTEST_SECRET) {
      problems.push(`${carrier}: clientSecret is too short`);
    }
    if ((endpoint.previousClientSecret ?? clientSecret).length < SHORTEST_SECRET) {
      problems.push(`${carrier}: previousClientSecret is too short`);
    }
  }
  if (new Set(endpoints.map(({ carrier }) => carrier)).size < endpoints.length) {
    problems.push('endpoints name a carrier twice');
  }
  if (endpoints.length === 0) problems.push('endpoints are empty');
  if (!isSink(sinkOrigin)) problems.push('sinkOrigin is not https');
  if (!isMerchantNo(merchantNo)) problems.push('merchantNo has not 15 letters');
  if (problems.length > 0) throw new Error(`carriers are not set up: ${problems.join('; ')}`);
  return {
    endpoints: new Map(endpoints.map((endpoint) => [endpoint.carrier, keyed(endpoint)])),
    merchantNo,
    now,
    timeoutMs: timeoutMs ?? DEFAULT_TIMEOUT_MS,
  };
}

function keyed(endpoint: CarrierEndpoint): Endpoint {
  const { carrier, clientSecret, previousClientSecret: before } = endpoint;
  const keyFrom = (secret: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `camara/notice/${carrier}`, 32));
  const noticeKey = keyFrom(clientSecret);
  const noticeKeys = [noticeKey, ...(before === undefined ? [] : [keyFrom(before)])];
  return { ...endpoint, kind: 'connected', noticeKey, noticeKeys };
}

/** Where a carrier is reached. One that is not connected any more, of it nothing can be learned. */
export function endpointOf({ endpoints }: Setup, carrier?: CarrierCode): Endpoint | NoAnswer {
  if (!carrier) throw new RangeError('a charge on a bill is about the phone of a carrier');
  const problem = `${carrier} is not connected`;
  return endpoints.get(carrier) ?? { kind: 'unknown', cause: 'transport', evidence: { problem } };
}

/** No query, no fragment, no slash at its end: paths are put behind it. */
const isBase = (text: string): boolean =>
  URL.canParse(text) && /^https?:\/\/[^?#]+[^/?#]$/.test(text);

/** `sink` of the standard. */
export const isSink = (text: string): boolean => URL.canParse(text) && /^https:\/\/.+$/.test(text);

export const isMerchantNo = (text: string): boolean => /^[0-9A-Za-z]{15}$/.test(text);
