import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { PlainForm } from '@/components/wallet/plain-form';
import { InnerPage } from '../inner-page';
import { loadWallet } from '../load-wallet';
import { bindAction } from './actions';
import { OwnCards } from './own-cards';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('cards.title') };
}

export default async function CardsPage() {
  const { wallet } = await loadWallet('/wallet/cards');
  const t = await getTranslations('wallet');
  const cardNo = {
    name: 'cardNo',
    kind: 'number',
    label: t('cards.number'),
    hint: t('cards.numberHint', { name: wallet.person.nameMasked }),
    autoComplete: 'cc-number',
  } as const;
  return (
    <InnerPage title={t('cards.title')} lead={t('cards.lead')}>
      <OwnCards cards={wallet.cards} />
      <Card className="grid gap-4">
        <h2 className="text-lg font-semibold">{t('cards.add')}</h2>
        <PlainForm
          // A card that was added is a new page: the number typed for it is gone.
          key={wallet.cards.length}
          action={bindAction}
          fields={[cardNo]}
          refusals={{ card_mismatch: 'cardNo' }}
          words={{ submit: t('cards.submit'), pending: t('cards.pending'), broken: t('broken') }}
          footnote={t('cards.privacy')}
        />
      </Card>
    </InnerPage>
  );
}
