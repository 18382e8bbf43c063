import { getTranslations } from 'next-intl/server';
import { faultWordsUnpaid } from '@/components/cashier/fault-words';
import { PressForm } from '@/components/cashier/press-form';
import { forgetPhoneAction } from './actions';

/** One press, and this browser knows the number no more. */
export async function ForgetNumber({ token }: { token: string }) {
  const [t, cashier] = await Promise.all([
    getTranslations('cashierCarrier'),
    getTranslations('cashier'),
  ]);
  return (
    <PressForm
      action={forgetPhoneAction}
      hidden={{ token }}
      variant="quiet"
      size="md"
      label={t('number.forget')}
      pendingLabel={t('number.forgetting')}
      faults={faultWordsUnpaid(cashier)}
    />
  );
}
