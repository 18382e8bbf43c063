import { getTranslations } from 'next-intl/server';
import { faultWordsUnpaid } from '@/components/cashier/fault-words';
import { PhoneNumberForm } from '@/components/cashier/phone-number-form';
import { PressForm } from '@/components/cashier/press-form';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { checkPhoneAction, checkRememberedAction } from './actions';
import { ForgetNumber } from './forget-number';

/** Which number: the one that this browser remembers at one press, any other typed in. */
export async function NumberStep({
  token,
  remembered,
}: {
  token: string;
  /** Masked. */
  remembered: string | null;
}) {
  const [t, cashier] = await Promise.all([
    getTranslations('cashierCarrier'),
    getTranslations('cashier'),
  ]);
  return (
    <>
      {remembered ? (
        <Card className="grid gap-2.5">
          <p className="text-sm text-soft">{t('number.remembered')}</p>
          <PressForm
            action={checkRememberedAction}
            hidden={{ token }}
            variant="secondary"
            label={t('number.use', { phone: remembered })}
            pendingLabel={t('number.pending')}
            faults={faultWordsUnpaid(cashier)}
          />
          <ForgetNumber token={token} />
        </Card>
      ) : null}
      <Card>
        <PhoneNumberForm
          action={checkPhoneAction}
          token={token}
          words={{
            label: t('number.label'),
            hint: t('number.hint'),
            submit: t('number.submit'),
            pending: t('number.pending'),
            privacy: t('number.privacy'),
            ...faultWordsUnpaid(cashier),
          }}
        />
      </Card>
      <p className="text-center text-sm">
        <TextLink href={`/pay/${token}/phone/terms`}>{t('consent.terms')}</TextLink>
      </p>
    </>
  );
}
