import { getTranslations } from 'next-intl/server';
import { BoundCardLine } from '@/components/cashier/bound-card-line';
import { faultWordsUnpaid } from '@/components/cashier/fault-words';
import { PressForm } from '@/components/cashier/press-form';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import type { AgreementView } from '@/lib/agreements/agreement-view';
import type { CashierView } from '@/lib/payments/cashier-view';
import { StepPage } from '../../../step-page';
import { unbindAction } from '../../actions';

/** One question, before a card is gone. */
export async function UnbindScreen({
  view,
  card,
  token,
}: {
  view: CashierView;
  card: AgreementView;
  token: string;
}) {
  const [t, cashier] = await Promise.all([
    getTranslations('cashierCards'),
    getTranslations('cashier'),
  ]);
  return (
    <StepPage view={view} token={token} title={t('unbind.title')} lead={t('unbind.body')}>
      <Card className="grid gap-5">
        <div className="flex items-center gap-3">
          <BoundCardLine card={card} />
        </div>
        <PressForm
          action={unbindAction}
          hidden={{ token, agreementId: card.id }}
          variant="danger"
          label={t('unbind.confirm')}
          pendingLabel={t('unbind.pending')}
          faults={faultWordsUnpaid(cashier)}
        />
        <LinkButton href={`/pay/${token}/cards`} variant="quiet" block>
          {t('unbind.keep')}
        </LinkButton>
      </Card>
    </StepPage>
  );
}
