import type { PayloadField } from './payload-rules';

export const PAYLOAD_KINDS = ['notice', 'answer', 'attempt', 'refund', 'payout'] as const;

/** notice: as the channel sent it. answer: one that it gave. The others: what it last answered about one of them. */
export interface PayloadSubject {
  orderId: string;
  kind: (typeof PAYLOAD_KINDS)[number];
  id: string;
}

export interface RevealedPayload {
  kind: PayloadSubject['kind'];
  id: string;
  fields: PayloadField[];
}
