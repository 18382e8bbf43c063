import { getLocale, getTranslations } from 'next-intl/server';
import { AskForm } from '@/components/cashier/ask-form';
import { askedAmount } from '@/components/cashier/asked-amount';
import { maskedTail } from '@/components/cashier/card-words';
import { CodeBox } from '@/components/cashier/code-box';
import { codeBoxWords } from '@/components/cashier/code-box-words';
import { faultWords } from '@/components/cashier/fault-words';
import { Card } from '@/components/ui/card';
import type { NextStep } from '@/lib/channels/port';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { switchAction } from './actions';
import { resendPaymentCodeAction, submitPaymentCodeAction } from './payment-code-actions';

const GAP_SECONDS = 60;

/** The channel wants a code before it charges the card: a large amount, or its own caution. */
export async function PaymentCodeStep({
  view,
  live,
  step,
  token,
}: {
  view: CashierView;
  live: NonNullable<CashierView['live']>;
  step: Extract<NextStep, { type: 'enter-code' }>;
  token: string;
}) {
  const [t, cashier] = await Promise.all([
    getTranslations('cashierCards'),
    getTranslations('cashier'),
  ]);
  const en = (await getLocale()) === 'en';
  const amount = formatMoney(askedAmount(view));
  const bank = live.card?.bank[en ? 'en' : 'zh'] ?? t('used');
  const sentAt = step.sentAt ? new Date(step.sentAt) : live.requestedAt;
  const waited = (view.now.getTime() - sentAt.getTime()) / 1000;
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold">{t('code.title')}</h1>
        <p className="text-soft">
          {t('code.forPayment', {
            bank,
            tail: live.card ? maskedTail(live.card.tail) : '',
            amount,
          })}
        </p>
        <p className="text-soft">{t('code.sentTo', { phone: step.phoneMasked })}</p>
      </div>
      <CodeBox
        confirm={submitPaymentCodeAction}
        resend={resendPaymentCodeAction}
        hidden={{ token }}
        usable
        waitSeconds={Math.max(0, Math.ceil(GAP_SECONDS - waited))}
        words={codeBoxWords(t, t('code.submitPayment', { amount }), faultWords(cashier))}
      />
      <AskForm
        action={switchAction}
        token={token}
        variant="quiet"
        label={cashier('waiting.change')}
        pendingLabel={cashier('waiting.asking')}
        answers={{}}
        faults={faultWords(cashier)}
      />
    </Card>
  );
}
