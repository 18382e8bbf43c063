import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { env } from '@/lib/core/env';
import { OneButtonForm } from '../../one-button-form';
import { resendCodeAction } from '../actions';
import { withNext } from '../with-next';

/** For a code that does not come: another one, another phone, and the demo's own handset. */
export async function OtherWays({ next }: { next?: string }) {
  const t = await getTranslations('signIn');
  const { CASHIER_ENV, SANDBOX_ORIGIN } = env();
  const handset = CASHIER_ENV !== 'production' && SANDBOX_ORIGIN;
  return (
    <>
      <OneButtonForm
        action={resendCodeAction}
        next={next}
        variant="quiet"
        words={{
          submit: t('code.resend'),
          pending: t('phone.pending'),
          done: t('code.resent'),
          broken: t('broken'),
        }}
      />
      <LinkButton href={withNext('/sign-in', next)} variant="quiet">
        {t('code.otherPhone')}
      </LinkButton>
      {handset ? (
        <LinkButton href={`${handset}/handset`} target="_blank" rel="noopener" variant="quiet">
          {t('code.handset')}
        </LinkButton>
      ) : null}
    </>
  );
}
