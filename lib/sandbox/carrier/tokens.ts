import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Simulator } from '../simulator';
import type { Carrier } from './numbers';

export const SCOPES = [
  'carrier-billing:payments:create',
  'carrier-billing:payments:read',
  'carrier-billing:payments:write',
  'carrier-billing-refund:refunds:create',
  'carrier-billing-refund:refunds:read',
] as const;
export type Scope = (typeof SCOPES)[number];

interface Claims {
  carrier: Carrier;
  scopes: string[];
  madeAtMs: number;
  untilMs: number;
}

type Answer = { status: 200 | 400 | 401; body: Record<string, unknown> };
const refused = (status: 400 | 401, error: string): Answer => ({ status, body: { error } });

/** OAuth 2.0 client credentials, by HTTP Basic or in the form. */
export function grantToken(
  { config }: Simulator,
  carrier: Carrier,
  asked: { authorization: string | undefined; form: URLSearchParams },
): Answer {
  const { authorization, form } = asked;
  const given = authorization
    ? readBasic(authorization)
    : { id: form.get('client_id'), secret: form.get('client_secret') };
  const known =
    same(given.id ?? '', config.carrierClientId) && same(given.secret ?? '', config.carrierSecret);
  if (!known) return refused(401, 'invalid_client');
  if (form.get('grant_type') !== 'client_credentials') {
    return refused(400, form.has('grant_type') ? 'unsupported_grant_type' : 'invalid_request');
  }
  const scopes = (form.get('scope') ?? SCOPES.join(' ')).split(' ');
  if (!scopes.every((scope) => SCOPES.some((one) => one === scope))) {
    return refused(400, 'invalid_scope');
  }
  const madeAtMs = Date.now();
  const untilMs = madeAtMs + config.carrierTokenMs;
  return {
    status: 200,
    body: {
      access_token: seal(config.carrierSecret, { carrier, scopes, madeAtMs, untilMs }),
      token_type: 'Bearer',
      expires_in: Math.floor(config.carrierTokenMs / 1000),
      scope: scopes.join(' '),
    },
  };
}

/** Is the token good at this carrier, and for this? */
export function judgeToken(
  { config, store }: Simulator,
  asked: { authorization: string | undefined; carrier: Carrier; scope: Scope },
): 'good' | 'unknown' | 'forbidden' {
  const token = /^Bearer ([\w.-]+)$/i.exec(asked.authorization ?? '')?.[1];
  const claims = token && open(config.carrierSecret, token);
  if (!claims || claims.carrier !== asked.carrier || claims.untilMs <= Date.now()) {
    return 'unknown';
  }
  if (claims.madeAtMs <= store.carriers.tokensRevokedAtMs()) return 'unknown';
  return claims.scopes.includes(asked.scope) ? 'good' : 'forbidden';
}

const mac = (secret: string, text: string): string =>
  createHmac('sha256', `access tokens/${secret}`).update(text).digest('base64url');

function seal(secret: string, claims: Claims): string {
  const content = { ...claims, nonce: randomBytes(6).toString('hex') };
  const text = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${text}.${mac(secret, text)}`;
}

function open(secret: string, token: string): Claims | undefined {
  const [text = '', seen = ''] = token.split('.');
  if (!same(seen, mac(secret, text))) return undefined;
  return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Claims;
}

function readBasic(authorization: string): { id?: string; secret?: string } {
  const encoded = /^Basic ([\w+/=]+)$/i.exec(authorization)?.[1];
  const [, id = '', secret = ''] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  try {
    return { id: decodeForm(id), secret: decodeForm(secret) };
  } catch {
    // A stray percent sign: RFC 6749 wants both parts encoded as in a form.
    return {};
  }
}

const decodeForm = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
