import type { BankCredit } from '@/lib/channels/payout-port';
import type { Outcome } from '@/lib/channels/port';
import { sameMoney } from '@/lib/money/money';

export type NoticeDecision =
  /** The channel was asked, whatever the notice said: nothing more to do. */
  | 'asked'
  | 'confirmed'
  | 'amount_differs'
  | 'contradicted'
  /** The attempt is final on our side: its late success is committed on the verified notice. */
  | 'settle_late'
  /** The notice says paid and the channel's answer says nothing yet: ask again soon. */
  | 'ask_again';

/**
 * A notice about money is a reason to ask; what is booked is the channel's answer (UnionPay:
 * confirm a notice with a query). `answer` is undefined when there was nothing to ask about.
 */
export function decideNotice(notice: Outcome, answer: Outcome | undefined): NoticeDecision {
  if (notice.kind !== 'succeeded') return 'asked';
  if (!answer) return 'settle_late';
  switch (answer.kind) {
    case 'succeeded':
      return sameMoney(answer.amount, notice.amount) ? 'confirmed' : 'amount_differs';
    case 'failed':
      return 'contradicted';
    case 'pending':
    case 'unknown':
      return 'ask_again';
  }
}

/** Does the notice say what the bank says when it is asked? Wording and names may differ. */
export const sameCredit = (asked: BankCredit, told: BankCredit): boolean =>
  asked.bankReference === told.bankReference &&
  asked.number === told.number &&
  sameMoney(asked.amount, told.amount);
