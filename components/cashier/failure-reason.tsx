import { useTranslations } from 'next-intl';

/** Why a payment definitely did not happen; a reason without words of its own still says the truth. */
export function FailureReason({ reason }: { reason: string }) {
  const t = useTranslations('cashier.failure.reason');
  return t.has(reason) ? t(reason) : t('other');
}
