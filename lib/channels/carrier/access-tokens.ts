import { sendCall } from '../client';
import type { CarrierCode } from '../port';
import type { Endpoint, Setup } from './config';
import { readJson } from './read-json';
import { accessToken } from './schema';

/** A token is renewed so long before its end, or at half its time where that is sooner. */
const RENEW_BEFORE_SECONDS = 60;
/** RFC 6749 only recommends to tell it. */
const DEFAULT_SECONDS = 300;
const SCOPES = [
  'carrier-billing:payments:create',
  'carrier-billing:payments:read',
  'carrier-billing:payments:write',
  'carrier-billing-refund:refunds:create',
  'carrier-billing-refund:refunds:read',
];

export type Token = { kind: 'token'; text: string } | { kind: 'none'; detail: string };

interface Kept {
  text: string;
  renewAt: number;
}

/** Access tokens by client credentials, one a carrier, fetched once however many callers wait for it. */
export function createAccessTokens(setup: Setup) {
  const kept = new Map<CarrierCode, Kept>();
  const underWay = new Map<CarrierCode, Promise<Token>>();

  async function fetchToken(endpoint: Endpoint): Promise<Token> {
    const reply = await sendCall(
      {
        method: 'POST',
        url: endpoint.tokenUrl,
        headers: {
          authorization: `Basic ${basicOf(endpoint)}`,
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        body: Buffer.from(
          new URLSearchParams({
            grant_type: 'client_credentials',
            scope: SCOPES.join(' '),
          }).toString(),
        ),
      },
      setup.timeoutMs,
    );
    if (reply.kind !== 'answered') return none(reply.detail);
    const read = readJson(reply.body, accessToken);
    if (reply.status !== 200 || !read) return none(`no token (HTTP ${reply.status})`);
    const seconds = read.expires_in ?? DEFAULT_SECONDS;
    const usable = Math.max(seconds - RENEW_BEFORE_SECONDS, seconds / 2);
    const renewAt = setup.now().getTime() + usable * 1000;
    kept.set(endpoint.carrier, { text: read.access_token, renewAt });
    return { kind: 'token', text: read.access_token };
  }

  function shared(endpoint: Endpoint): Promise<Token> {
    const { carrier } = endpoint;
    const waiting =
      underWay.get(carrier) ?? fetchToken(endpoint).finally(() => underWay.delete(carrier));
    underWay.set(carrier, waiting);
    return waiting;
  }

  /** `refused`: the token that was just turned away; whoever has a newer one by now takes that. */
  return async function tokenFor(endpoint: Endpoint, refused?: string): Promise<Token> {
    const last = kept.get(endpoint.carrier);
    const isFresh = last && last.text !== refused && setup.now().getTime() < last.renewAt;
    return isFresh ? { kind: 'token', text: last.text } : shared(endpoint);
  };
}

const none = (detail: string): Token => ({ kind: 'none', detail: `access token: ${detail}` });

/** RFC 6749 2.3.1: both parts are form-encoded before they are joined. */
function basicOf({ clientId, clientSecret }: Endpoint): string {
  const [id, secret] = [clientId, clientSecret].map((part) =>
    new URLSearchParams({ p: part }).toString().slice(2),
  );
  return Buffer.from(`${id}:${secret}`).toString('base64');
}
