import { useLocale } from 'next-intl';
import type { AgreementView } from '@/lib/agreements/agreement-view';

/** The bank's name in the reader's language. */
export function useBankName({ zh, en }: AgreementView['bank']): string {
  return useLocale() === 'en' ? en : zh;
}
