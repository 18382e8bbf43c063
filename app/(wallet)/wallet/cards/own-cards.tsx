import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { BankCardRow } from '@/components/wallet/bank-card-row';
import { PlainForm } from '@/components/wallet/plain-form';
import type { BankCard } from '@/lib/persons/bank-card';
import { removeAction } from './actions';

/** The cards there are, each with the way to take it off. */
export async function OwnCards({ cards }: { cards: readonly BankCard[] }) {
  const t = await getTranslations('wallet');
  if (cards.length === 0) return <Card className="text-soft">{t('cards.none')}</Card>;
  return (
    <Card flush>
      <ul aria-label={t('cards.list')} className="divide-y divide-line">
        {cards.map(({ id, bankName, cardMasked }) => (
          <li key={id} className="flex min-h-17 items-center gap-3 px-4 py-3">
            <BankCardRow bankName={bankName} cardMasked={cardMasked}>
              <PlainForm
                action={removeAction}
                fields={[]}
                hidden={{ card: id }}
                look={{ variant: 'quiet' }}
                words={{
                  submit: t('cards.remove'),
                  submitLabel: t('cards.removeCard', { card: `${bankName} ${cardMasked}` }),
                  pending: t('cards.removing'),
                  broken: t('broken'),
                }}
              />
            </BankCardRow>
          </li>
        ))}
      </ul>
    </Card>
  );
}
