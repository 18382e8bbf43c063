import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { env } from '@/lib/core/env';

/** Where money is not real, text messages arrive at the simulator's handset. */
export async function HandsetLink() {
  const { CASHIER_ENV, SANDBOX_ORIGIN } = env();
  if (CASHIER_ENV === 'production' || !SANDBOX_ORIGIN) return null;
  const t = await getTranslations('wallet.code');
  return (
    <LinkButton href={`${SANDBOX_ORIGIN}/handset`} target="_blank" rel="noopener" variant="quiet">
      {t('handset')}
    </LinkButton>
  );
}
