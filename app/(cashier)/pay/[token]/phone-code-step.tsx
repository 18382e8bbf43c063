import { getTranslations } from 'next-intl/server';
import { AskForm } from '@/components/cashier/ask-form';
import { billWords } from '@/components/cashier/bill-words';
import { CodeBox } from '@/components/cashier/code-box';
import { codeBoxWords } from '@/components/cashier/code-box-words';
import { faultWords } from '@/components/cashier/fault-words';
import { PressForm } from '@/components/cashier/press-form';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { switchAction } from './actions';
import { resendPaymentCodeAction, submitPaymentCodeAction } from './payment-code-actions';
import { changeNumberAction } from './phone/pay-actions';

/** Tries that a code has before it is worth saying how many are left. */
const FRESH = 3;

/** The carrier has sent a code: typed in here, it charges the phone's bill. */
export async function PhoneCodeStep({
  view,
  phone,
  token,
}: {
  view: CashierView;
  phone: NonNullable<NonNullable<CashierView['live']>['phone']>;
  token: string;
}) {
  const [t, card, cashier, carriers] = await Promise.all([
    getTranslations('cashierCarrier'),
    getTranslations('cashierCards'),
    getTranslations('cashier'),
    getTranslations('carriers.carrier'),
  ]);
  const amount = formatMoney(view.order.amount);
  const { phoneMasked, billText, triesLeft, codeExpiresAt, resendAt } = phone;
  const usable = triesLeft > 0 && (codeExpiresAt === null || codeExpiresAt > view.now);
  const waited = Math.ceil((resendAt.getTime() - view.now.getTime()) / 1000);
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold">{t('code.title')}</h1>
        <p className="text-soft">
          {t('code.sentTo', { carrier: carriers(phone.carrier), phone: phoneMasked })}
        </p>
        <p className="text-soft">{t.rich('code.pays', { amount, billText, bill: billWords })}</p>
        {usable && triesLeft < FRESH ? (
          <p className="text-sm text-warn">{t('code.triesLeft', { count: triesLeft })}</p>
        ) : null}
      </div>
      {usable ? null : (
        <Notice tone="warn" title={t('code.needed')}>
          {t('code.over')}
        </Notice>
      )}
      <CodeBox
        confirm={submitPaymentCodeAction}
        resend={resendPaymentCodeAction}
        hidden={{ token }}
        usable={usable}
        waitSeconds={Math.max(0, waited)}
        words={codeBoxWords(card, t('code.submit', { amount }), faultWords(cashier))}
      />
      <PressForm
        action={changeNumberAction}
        hidden={{ token }}
        variant="quiet"
        size="md"
        label={t('code.changeNumber')}
        pendingLabel={t('code.changing')}
        faults={faultWords(cashier)}
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
