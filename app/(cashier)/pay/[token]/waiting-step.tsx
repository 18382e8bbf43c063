import { getTranslations } from 'next-intl/server';
import { Waiting } from '@/components/cashier/waiting';
import type { CashierView } from '@/lib/payments/cashier-view';
import { askAction, switchAction } from './actions';
import { Onward } from './onward';
import { PaymentCodeStep } from './payment-code-step';

/** Waiting for a result, with what the shopper can still do about it. */
export async function WaitingStep({
  view,
  live,
  token,
}: {
  view: CashierView;
  live: NonNullable<CashierView['live']>;
  token: string;
}) {
  if (live.nextStep?.type === 'enter-code') {
    return <PaymentCodeStep view={view} live={live} step={live.nextStep} token={token} />;
  }
  const t = await getTranslations('cashier');
  const method = t(`method.${live.method}.name`);
  return (
    <Waiting live={live} token={token} ask={askAction} change={switchAction}>
      <Onward live={live} token={token} label={t('waiting.continue', { method })} />
    </Waiting>
  );
}
