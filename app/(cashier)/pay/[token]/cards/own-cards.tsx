import { getTranslations } from 'next-intl/server';
import { BoundCardLine } from '@/components/cashier/bound-card-line';
import { maskedTail } from '@/components/cashier/card-words';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import type { AgreementView } from '@/lib/agreements/agreement-view';

/** The cards there are, each with the way to unbind it. */
export async function OwnCards({
  cards,
  token,
  locale,
}: {
  cards: readonly AgreementView[];
  token: string;
  locale: string;
}) {
  const t = await getTranslations('cashierCards.manage');
  if (cards.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  return (
    <Card flush>
      <ul aria-label={t('list')} className="divide-y divide-line">
        {cards.map((card) => (
          <li key={card.id} className="grid gap-2 px-4 py-4">
            <div className="flex items-center gap-3">
              <BoundCardLine card={card} />
            </div>
            <div className="flex items-center justify-between gap-3 ps-12">
              <p className="text-sm text-soft tabular-nums">
                {t('holder', { name: card.nameMasked, phone: card.phoneMasked })}
              </p>
              <LinkButton
                href={`/pay/${token}/cards/${card.id}/unbind`}
                variant="quiet"
                aria-label={t('unbindCard', {
                  bank: locale === 'en' ? card.bank.en : card.bank.zh,
                  tail: maskedTail(card.cardTail),
                })}
                className="-my-1 -me-3"
              >
                {t('unbind')}
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
