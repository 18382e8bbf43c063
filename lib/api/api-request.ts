/** How long a merchant can read what it has called. */
export const KEEP_REQUESTS_DAYS = 30;

/** A call of the merchant API as its merchant may read it. */
export interface ApiRequest {
  /** As in X-Request-Id. */
  id: string;
  merchantId: string;
  keyId: string;
  /** The id of the operation: `createOrder`. */
  operation: string;
  method: string;
  path: string;
  /** The dated version that it was served by. */
  version: string;
  status: number;
  /** Of a problem. */
  code: string | null;
  idempotencyKey: string | null;
  /** It was given a stored answer again. */
  hit: boolean;
  durationMs: number;
  /** What it carried, masked; null where that was nothing, or no JSON. */
  excerpt: Record<string, unknown> | null;
  at: Date;
}
