import type { MerchantMode } from './merchant';

/** How many link keys a merchant may have live: the one in use and the one it is rotating to. */
export const MOST_LIVE_LINK_KEYS = 2;
/** … and how many SM2 keys. */
export const MOST_LIVE_SM2_KEYS = 2;

/** "Bearer sk_…" (RFC 6750, 2.1), the scheme in any case; nothing else is an API key. */
export const bearerSecret = (header: string): string | undefined =>
  /^bearer +(sk_(?:test|live)_[A-Za-z0-9_-]{20,128}) *$/i.exec(header)?.[1];

/** What an API key's secret begins with, so that nobody takes one for the other. */
export const keyPrefix = (mode: MerchantMode): `sk_${MerchantMode}_` => `sk_${mode}_`;

/** Of which mode a secret says it is. */
export const modeOfKey = (secret: string): MerchantMode =>
  secret.startsWith(keyPrefix('live')) ? 'live' : 'test';

/** The context that a link key's secret is sealed in. */
export const linkKeyContext = (keyId: string): string => `link-key:${keyId}`;

/** The context that a webhook endpoint's secret is sealed in. */
export const endpointContext = (endpointId: string): string => `webhook-endpoint:${endpointId}`;
