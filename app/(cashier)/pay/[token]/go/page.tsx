import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadCashier } from '@/app/_server/load-cashier';
import { NextStepButton } from '@/components/cashier/next-step';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';
import { formatMoney } from '@/lib/money/format-money';
import { CashierScreen } from '../cashier-screen';

type Params = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cashier.go'))('title') };
}

/** On the way to the channel's page: its form posts itself once; the button is for everything else. */
export default async function GoPage({ params }: Params) {
  const { token } = await params;
  const view = await loadCashier(token);
  const step = view.live?.nextStep ?? null;
  if (!view.live || step === null || step.type === 'wait') redirect(`/pay/${token}`);
  const t = await getTranslations('cashier.go');
  return (
    <CashierScreen view={view} token={token}>
      <Message mark="waiting" title={t('title')} body={t('body')}>
        <NextStepButton
          step={step}
          label={t('button', { amount: formatMoney(view.order.amount) })}
          autoPostKey={`sent ${token} ${view.live.payableUntil.getTime()}`}
        />
        <LinkButton href={`/pay/${token}`} variant="quiet" block>
          {t('back')}
        </LinkButton>
      </Message>
    </CashierScreen>
  );
}
