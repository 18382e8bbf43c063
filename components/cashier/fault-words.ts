import type { useTranslations } from 'next-intl';

/** What a press says that got no proper answer. */
export interface FaultWords {
  /** A fault of ours; the reference follows. */
  broken: string;
  /** The server could not be reached, or its answer got lost. */
  offline: string;
}

type Say = ReturnType<typeof useTranslations<'cashier'>>;

/** Of a press that may begin, confirm or move on a payment: what was charged is not known. */
export const faultWords = (t: Say): FaultWords => ({
  broken: t('broken'),
  offline: t('offline'),
});

/** Of a press that pays nothing, whatever becomes of it: a card bound, a number looked up. */
export const faultWordsUnpaid = (t: Say): FaultWords => ({
  broken: t('brokenUnpaid'),
  offline: t('offlineUnpaid'),
});
