import type { ShopperReason } from '@/lib/refunds/refund-request';

/** What was filled in, as it goes from one step of the form to the next; a form's answer is a text. */
export interface AskDraft {
  /** The last question, or back to the first. */
  toConfirm: boolean;
  formKey: string;
  howMuch: 'all' | 'part';
  /** As it is typed, "12.00"; what is left, where all of it is asked for. */
  amount: string;
  /** The same as it is read, "¥12.00". */
  sum: string;
  reason: ShopperReason;
  words: string;
  /** How it would go back; empty where that is not asked yet. */
  advice: string;
}

export const writeDraft = (draft: AskDraft): string => JSON.stringify(draft);

/** Only ever what our own server answered. */
export const readDraft = (text: string): AskDraft => JSON.parse(text) as AskDraft;
