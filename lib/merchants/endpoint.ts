/** Why an endpoint is off: its merchant switched it off, it said that it is gone (410), or nothing arrived for days. */
export type DisabledReason = 'merchant' | 'gone' | 'failing';

/** An address that a merchant's events are sent to, as its merchant may see it: without secrets. */
export interface WebhookEndpoint {
  id: string;
  url: string;
  /** What it is told about; none named: everything. */
  topics: string[];
  createdAt: Date;
  /** Null: it is on. */
  disabledAt: Date | null;
  disabledReason: DisabledReason | null;
  /** Nothing has arrived since then; null: the last try arrived. */
  failingSince: Date | null;
  /** It asked (429, Retry-After) not to be called before. */
  pausedUntil: Date | null;
  /** Where it is off for failing: when it is tried again, and switched on if it answers. */
  probeAt: Date | null;
  /** While a secret is being replaced: until when notices are signed with the former one, too. */
  previousUntil: Date | null;
}

/** What a delivery needs to know of its endpoint. */
export interface EndpointTarget {
  url: string;
  merchantId: string;
  /** The secrets to sign with: the present one first, the former one while it lives. */
  secrets: string[];
  /** In live mode private addresses are never reached. */
  isLive: boolean;
}
