import type { DeliveryProblem } from './rules';

export type DeliveryState = 'pending' | 'delivered' | 'exhausted';

/** One event on its way to one endpoint, as a line of its merchant's log. */
export interface ListedDelivery {
  id: string;
  eventId: string;
  topic: string;
  objectId: string | null;
  endpointId: string;
  url: string;
  state: DeliveryState;
  tries: number;
  /** Null: over, or waiting for an earlier event of the same object. */
  nextTryAt: Date | null;
  deliveredAt: Date | null;
  createdAt: Date;
  /** What came of the last try; null before the first one. */
  lastStatus: number | null;
  lastProblem: DeliveryProblem | null;
}

/** One try: what was sent with which headers (the signature is not kept), and what came back. */
export interface DeliveryTry {
  status: number | null;
  problem: DeliveryProblem | null;
  /** The code of what broke: ENOTFOUND, ECONNREFUSED, CERT_HAS_EXPIRED, … */
  errorCode: string | null;
  durationMs: number;
  at: Date;
  requestHeaders: Record<string, string>;
  answerHeaders: Record<string, string>;
  /** The first kilobyte. */
  answerBody: string | null;
}
