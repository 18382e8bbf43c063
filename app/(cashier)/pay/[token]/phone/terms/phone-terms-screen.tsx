import { getTranslations } from 'next-intl/server';
import { PhoneTerms } from '@/components/cashier/phone-terms';
import { Card } from '@/components/ui/card';
import type { CashierView } from '@/lib/payments/cashier-view';
import { StepPage } from '../../step-page';
import { PHONE_TERMS_VERSION } from '../terms-version';

/** What is agreed to before a phone's bill is charged, to read at any time. */
export async function PhoneTermsScreen({ view, token }: { view: CashierView; token: string }) {
  const t = await getTranslations('cashierCarrier.terms');
  return (
    <StepPage view={view} token={token} title={t('title')}>
      <Card>
        <PhoneTerms version={PHONE_TERMS_VERSION} />
      </Card>
    </StepPage>
  );
}
