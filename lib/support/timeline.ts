import type { EntryDetail } from '@/lib/ledger/entry-detail';
import type { Audience } from '@/lib/notes/note';
import type { ChannelWord, InquiryDecision } from './inquiry';

/** Whose state machine moved. */
export type MovedType = 'order' | 'attempt' | 'refund' | 'refund_case' | 'payout';

/** One thing that happened with an order. `key` is unique in the order's timeline. */
export type TimelineEvent = { key: string; at: Date } & (
  | { kind: 'made' | 'opened' | 'scanned' }
  | {
      kind: 'moved';
      type: MovedType;
      subjectId: string;
      event: string;
      to: string;
      actor: string;
      cause: string | null;
    }
  | { kind: 'hold'; word: 'placed' | 'captured' | 'released'; amountMinor: bigint }
  | {
      kind: 'notice';
      id: string;
      channel: string;
      about: string;
      /** What processing it did; null: not processed yet. */
      result: string | null;
    }
  | {
      /** A channel's answer, another than the one before. */
      kind: 'answered';
      id: string;
      type: 'attempt' | 'refund' | 'payout';
      subjectId: string;
    }
  | { kind: 'entry'; id: string; sentence: EntryDetail['sentence'] }
  | {
      kind: 'told';
      topic: string;
      /** Where to, without anything that could be a secret. */
      host: string;
      /** Which try, and what came back. */
      tries: number;
      status: number | null;
      problem: string | null;
    }
  | { kind: 'note'; audience: Audience; body: string; authorId: string }
  | { kind: 'asked'; inquiryId: string; by: string; words: string; said: ChannelWord[] }
  | { kind: 'decided'; inquiryId: string; by: string; decision: InquiryDecision; note: string }
);

/** What happened within one second. */
export interface Moment {
  at: Date;
  events: TimelineEvent[];
}

export interface TimelineDay {
  /** Beijing's. */
  day: string;
  moments: Moment[];
}
