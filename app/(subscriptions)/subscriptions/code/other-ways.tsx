import { getTranslations } from 'next-intl/server';
import { OneButtonForm } from '@/app/(auth)/one-button-form';
import { LinkButton } from '@/components/ui/link-button';
import { env } from '@/lib/core/env';
import { resendCodeAction } from '../actions';
import { leaveAction } from '../leave-action';

/** For a code that does not come: another one, another phone, and the demo's own handset. */
export async function OtherWays() {
  const t = await getTranslations('subscriptions.own');
  const { CASHIER_ENV, SANDBOX_ORIGIN } = env();
  const handset = CASHIER_ENV !== 'production' && SANDBOX_ORIGIN;
  const broken = t('broken');
  return (
    <div className="grid justify-items-center gap-1 text-sm">
      <OneButtonForm
        action={resendCodeAction}
        variant="quiet"
        words={{ submit: t('resend'), pending: t('sending'), done: t('resent'), broken }}
      />
      <OneButtonForm
        action={leaveAction}
        variant="quiet"
        words={{ submit: t('otherPhone'), pending: t('leaving'), broken }}
      />
      {handset ? (
        <LinkButton href={`${handset}/handset`} target="_blank" rel="noopener" variant="quiet">
          {t('handset')}
        </LinkButton>
      ) : null}
    </div>
  );
}
