import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import type { CashierView } from '@/lib/payments/cashier-view';
import type { Person } from '@/lib/persons/person';
import { StepPage } from '../../step-page';
import { NewCardForm } from './new-card-form';

/** A card is added on the way to paying. */
export async function NewCardScreen({
  view,
  ...form
}: {
  view: CashierView;
  token: string;
  /** Whom the wallet has identified. */
  person: Person | undefined;
  /** The reason for which the bank said no last time. */
  why: string;
}) {
  const t = await getTranslations('cashierCards.new');
  return (
    <StepPage view={view} token={form.token} title={t('title')} lead={t('lead')}>
      <Card>
        <NewCardForm {...form} />
      </Card>
    </StepPage>
  );
}
