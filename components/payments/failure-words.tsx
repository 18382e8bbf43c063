import { useTranslations } from 'next-intl';

/** Why a payment or a refund definitely did not happen, for those who look after it. */
export function FailureWords({ reason }: { reason: string }) {
  const t = useTranslations('payments.failure');
  return t.has(reason) ? t(reason) : t('other');
}
