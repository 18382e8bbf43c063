import { createHmac, timingSafeEqual } from 'node:crypto';

/** A notice of the cashier: what happened (`order.paid`), when, and to what. */
export interface WebhookEvent {
  type: string;
  /** ISO 8601. */
  timestamp: string;
  /** Counts up within one order (or one subscription, …): a lower one than you have seen is old news. */
  sequence?: number;
  data: Record<string, unknown>;
}

/** The notice is not the cashier's own, or too old to be believed. Answer 400 and do nothing. */
export class WebhookNotAuthentic extends Error {
  override readonly name = 'WebhookNotAuthentic';
}

const TOLERANCE_S = 5 * 60;

type GivenHeaders = Headers | Record<string, string | string[] | undefined>;

/**
 * Reads a notice (Standard Webhooks, HMAC-SHA256) after checking that the cashier sent it.
 * @param body the raw bytes or text as they came: JSON that was parsed and written again has another signature
 * @param secret `whsec_…`; a list while you change from one to the next
 * @throws WebhookNotAuthentic; TypeError where there is no secret, for anybody can sign with none
 */
export function readWebhook(
  body: string | Uint8Array,
  headers: GivenHeaders,
  secret: string | readonly string[],
  now: Date = new Date(),
): WebhookEvent & { id: string } {
  const id = header(headers, 'webhook-id');
  const timestamp = header(headers, 'webhook-timestamp');
  const given = header(headers, 'webhook-signature').split(' ');
  if (!id || !/^\d{1,12}$/.test(timestamp)) throw new WebhookNotAuthentic('headers are missing');
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_S) {
    throw new WebhookNotAuthentic('the timestamp is too far from now');
  }
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (secrets.length === 0 || secrets.some((one) => keyOf(one).length === 0)) {
    throw new TypeError('a webhook secret is missing');
  }
  const wanted = secrets.map((one) => signWebhook({ id, timestamp, body: text }, one));
  if (!given.some((one) => wanted.some((other) => same(one, other)))) {
    throw new WebhookNotAuthentic('no signature fits');
  }
  return { ...(JSON.parse(text) as WebhookEvent), id };
}

/** `v1,…` as it stands in `webhook-signature`: for tests of your own endpoint. */
export function signWebhook(
  { id, timestamp, body }: { id: string; timestamp: string | number; body: string },
  secret: string,
): string {
  return `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

function header(headers: GivenHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  return typeof value === 'string' ? value : '';
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
