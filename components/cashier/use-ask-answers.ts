import { useTranslations } from 'next-intl';
import type { MethodCode } from '@/lib/methods/rank-methods';

/** What to say of each answer to "has it been paid?" that leaves the shopper waiting. */
export function useAskAnswers(method: MethodCode): Record<string, string> {
  const t = useTranslations('cashierStatus');
  const who = t(`who.${method}`);
  return {
    unpaid: t('asked.unpaid', { who }),
    silent: t('asked.silent', { who }),
    waiting: t('asked.just', { who }),
  };
}
