/** How many link keys a merchant may have live: the one in use and the one it is rotating to. */
export const MOST_LIVE_LINK_KEYS = 2;

/** "Bearer sk_…" (RFC 6750, 2.1), the scheme in any case; nothing else is an API key. */
export const bearerSecret = (header: string): string | undefined =>
  /^bearer +(sk_test_[A-Za-z0-9_-]{20,128}) *$/i.exec(header)?.[1];

/** The context that a link key's secret is sealed in. */
export const linkKeyContext = (keyId: string): string => `link-key:${keyId}`;

/** The context that a webhook endpoint's secret is sealed in. */
export const endpointContext = (endpointId: string): string => `webhook-endpoint:${endpointId}`;
