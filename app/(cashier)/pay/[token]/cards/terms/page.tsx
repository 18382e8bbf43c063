import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { loadCashier } from '@/app/_server/load-cashier';
import { CardTerms } from '@/components/cashier/card-terms';
import { Card } from '@/components/ui/card';
import { CardPage } from '../card-page';
import { CARD_TERMS_VERSION } from '../terms-version';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cashierCards.terms'))('title') };
}

/** What is agreed to while a card is bound, to read at any time. */
export default async function TermsPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const view = await loadCashier(token);
  const t = await getTranslations('cashierCards.terms');
  return (
    <CardPage view={view} token={token} title={t('title')}>
      <Card>
        <CardTerms version={CARD_TERMS_VERSION} level={2} />
      </Card>
    </CardPage>
  );
}
