import { useTranslations } from 'next-intl';
import type { AgreementView } from '@/lib/agreements/agreement-view';
import { maskedTail } from './card-words';
import { FocusedNotice } from './focused-notice';
import { useBankName } from './use-bank-name';

/** The card is bound: one more press pays with it. */
export function JustBound({ card }: { card: AgreementView }) {
  const t = useTranslations('cashierCards.bound');
  const bank = useBankName(card.bank);
  return (
    <FocusedNotice tone="ok" title={t('title', { bank, tail: maskedTail(card.cardTail) })}>
      {t('body')}
    </FocusedNotice>
  );
}
