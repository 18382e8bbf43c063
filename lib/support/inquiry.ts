import type { Evidence, PaymentChannel } from '@/lib/channels/port';
import type { Attempt } from '@/lib/payments/attempt';
import type { AttemptState } from '@/lib/payments/states';

/** settle: the order counts as paid. refund: the money goes back. reject: the channel has not been paid. */
export const INQUIRY_DECISIONS = ['settle', 'refund', 'reject'] as const;
export type InquiryDecision = (typeof INQUIRY_DECISIONS)[number];

/**
 * What a channel said about one payment when it was asked. not_asked: it had said that it is paid before,
 * or our own balance is the channel.
 */
export type ChannelWord = 'paid' | 'unpaid' | 'pending' | 'silent' | 'not_asked';

/** One payment of the order: the channel's word beside our books'. */
export interface InquiryItem {
  attemptId: string;
  method: Attempt['method'];
  channel: PaymentChannel;
  channelOrderNo: string;
  amountMinor: string;
  /** Our state before the channel was asked, and after. */
  before: AttemptState;
  said: ChannelWord;
  after: AttemptState;
  /** The channel's answer, as its adapter masked it. */
  answer: Evidence;
}

export interface Inquiry {
  id: string;
  orderId: string;
  openedBy: string;
  /** What the shopper says and can show. */
  shopperWord: string;
  items: InquiryItem[];
  /** null: the channel could not say yet. */
  proposed: InquiryDecision | null;
  decided: InquiryDecision | null;
  decidedBy: string | null;
  decidedNote: string | null;
  decidedAt: Date | null;
  createdAt: Date;
}
