import { getTranslations } from 'next-intl/server';
import { newFormKey } from '@/app/_server/form-key';
import { faultWords } from '@/components/cashier/fault-words';
import { PhonePayForm } from '@/components/cashier/phone-pay-form';
import { PhoneTerms } from '@/components/cashier/phone-terms';
import { TermsBox } from '@/components/cashier/terms-box';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import type { PhoneCharge } from '@/lib/payments/phone-charge';
import { payByPhoneAction } from './pay-actions';
import { PHONE_TERMS_VERSION } from './terms-version';

/** What is agreed to, and the button that says what it does. */
export async function ConsentStep({
  order,
  found,
  charge,
  checkedId,
  remembered,
  token,
}: {
  order: CashierView['order'];
  found: PhoneCharge;
  charge: Extract<PhoneCharge['charge'], { kind: 'open' }>;
  checkedId: string;
  remembered: boolean;
  token: string;
}) {
  const [t, cashier, carriers] = await Promise.all([
    getTranslations('cashierCarrier'),
    getTranslations('cashier'),
    getTranslations('carriers.carrier'),
  ]);
  const amount = formatMoney(charge.amount);
  const carrier = found.carrier ? carriers(found.carrier) : '';
  return (
    <PhonePayForm
      action={payByPhoneAction}
      token={token}
      checkedId={checkedId}
      formKey={newFormKey()}
      remembered={remembered}
      termsVersion={PHONE_TERMS_VERSION}
      terms={
        <TermsBox label={t('consent.terms')}>
          <PhoneTerms version={PHONE_TERMS_VERSION} />
        </TermsBox>
      }
      words={{
        consent: t(order.subscription ? 'consent.periodic' : 'consent.once', { amount }),
        remember: t('consent.remember'),
        submit: t(`submit.${charge.mode}`, { amount, carrier }),
        pending: t('submit.pending'),
        ...faultWords(cashier),
      }}
    />
  );
}
