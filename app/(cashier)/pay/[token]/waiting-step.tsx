import { getTranslations } from 'next-intl/server';
import { InDoubt } from '@/components/cashier/in-doubt';
import { PayingElsewhere } from '@/components/cashier/paying-elsewhere';
import { Waiting } from '@/components/cashier/waiting';
import { Card } from '@/components/ui/card';
import type { CashierView } from '@/lib/payments/cashier-view';
import { askAction, switchAction } from './actions';
import { Onward } from './onward';
import { PaymentCodeStep } from './payment-code-step';
import { PhoneCodeStep } from './phone-code-step';

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
  if (!live.here) {
    const actions = { ask: askAction, change: switchAction };
    return <PayingElsewhere view={view} live={live} token={token} {...actions} />;
  }
  const t = await getTranslations('cashier');
  const method = t(`method.${live.method}.name`);
  if (live.nextStep?.type === 'enter-code') {
    const { phone, nextStep: step } = live;
    return (
      <>
        {live.state === 'unknown' ? (
          <Card className="grid gap-3">
            <p className="font-semibold">{t('waiting.unknown.title', { method })}</p>
            <InDoubt view={view} live={live} />
          </Card>
        ) : null}
        {phone ? (
          <PhoneCodeStep view={view} phone={phone} token={token} />
        ) : (
          <PaymentCodeStep view={view} live={live} step={step} token={token} />
        )}
      </>
    );
  }
  return (
    <Waiting view={view} live={live} token={token} ask={askAction} change={switchAction}>
      <Onward
        live={live}
        token={token}
        label={t('waiting.continue', { method })}
        variant={live.state === 'waiting' ? 'primary' : 'secondary'}
      />
    </Waiting>
  );
}
