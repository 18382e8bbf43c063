import { getTranslations } from 'next-intl/server';
import { CardTerms } from '@/components/cashier/card-terms';
import { Card } from '@/components/ui/card';
import type { CashierView } from '@/lib/payments/cashier-view';
import { StepPage } from '../../step-page';
import { CARD_TERMS_VERSION } from '../terms-version';

/** What is agreed to while a card is bound, to read at any time. */
export async function CardTermsScreen({ view, token }: { view: CashierView; token: string }) {
  const t = await getTranslations('cashierCards.terms');
  return (
    <StepPage view={view} token={token} title={t('title')}>
      <Card>
        <CardTerms version={CARD_TERMS_VERSION} level={2} />
      </Card>
    </StepPage>
  );
}
