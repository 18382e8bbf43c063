import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { env } from '@/lib/core/env';

/** The way to the simulator's authenticator, which knows the demo's staff; not where money is real. */
export async function DemoAuthenticator() {
  const t = await getTranslations('staff');
  const { CASHIER_ENV, SANDBOX_ORIGIN } = env();
  if (CASHIER_ENV === 'production' || !SANDBOX_ORIGIN) return null;
  return (
    <LinkButton
      href={`${SANDBOX_ORIGIN}/authenticator`}
      target="_blank"
      rel="noopener"
      variant="quiet"
    >
      {t('code.demo')}
    </LinkButton>
  );
}
