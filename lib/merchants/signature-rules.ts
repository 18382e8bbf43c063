/** Keys of SM2 have names of their own, so that nobody chooses the algorithm but who owns the key. */
export const isSm2KeyId = (keyId: string): boolean => keyId.startsWith('smk_');

/** How far a signed call's time may be from ours, either way. */
export const MOST_SKEW_S = 300;
/** For longer than a call can be believed: signed five minutes ahead, sent ten minutes before. */
export const KEEP_NONCES_MINUTES = 15;

export interface RequestSignature {
  keyId: string;
  /** Unix seconds, as they were signed. */
  timestamp: string;
  nonce: string;
  signature: string;
}

const HEADER =
  /^key_id=([0-9a-z_]{3,64}), ?timestamp=([1-9][0-9]{9}), ?nonce=([A-Za-z0-9_-]{16,64}), ?signature=([0-9a-f]{64}|[0-9a-f]{128})$/;

/** Cashier-Signature, in its parts; undefined when it is not exactly of that form. */
export function readSignatureHeader(header: string): RequestSignature | undefined {
  const [, keyId, timestamp, nonce, signature] = HEADER.exec(header.trim()) ?? [];
  return keyId && timestamp && nonce && signature
    ? { keyId, timestamp, nonce, signature }
    : undefined;
}

/** What a call is signed over: five lines, the last one the hash of the body's bytes. */
export const signedRequestText = (request: {
  method: string;
  /** Path and query, as they are sent. */
  target: string;
  timestamp: string;
  nonce: string;
  /** Lowercase hex: SHA-256 beside HMAC, SM3 beside SM2; of no bytes where there is no body. */
  bodyHash: string;
}): string =>
  [
    request.method.toUpperCase(),
    request.target,
    request.timestamp,
    request.nonce,
    request.bodyHash,
  ].join('\n');

/** Is the call's time near enough to ours? */
export const isFresh = (timestamp: string, now: Date): boolean =>
  Math.abs(Number(timestamp) - now.getTime() / 1000) <= MOST_SKEW_S;
