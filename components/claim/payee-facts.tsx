import { useTranslations } from 'next-intl';
import { type Description, DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import type { Payee } from '@/lib/payouts/payee';
import type { ClaimView } from '@/lib/refund-cases/claim';
import { InOwnWords } from './in-own-words';

/** Where the money goes, masked; what was verified; the bank's reference once it has arrived. */
export function PayeeFacts({ own, payee }: { own: NonNullable<ClaimView['own']>; payee: Payee }) {
  const t = useTranslations('claim.status');
  const items: (Description | null)[] = [
    {
      term: t('to'),
      detail:
        payee.kind === 'card' ? (
          <InOwnWords>
            {t('toCard', { bank: payee.bankName ?? '', card: payee.cardMasked ?? '' })}
          </InOwnWords>
        ) : (
          t('toBalance')
        ),
    },
    payee.nameMasked
      ? { term: t('holder'), detail: <InOwnWords>{payee.nameMasked}</InOwnWords> }
      : null,
    { term: t('proof'), detail: t(`proofs.${payee.proof}`) },
    own.bankRef ? { term: t('bankRef'), detail: own.bankRef } : null,
    own.paidAt ? { term: t('paidAt'), detail: <Moment at={own.paidAt} /> } : null,
  ];
  return <DescriptionList items={items.filter((item) => item !== null)} />;
}
