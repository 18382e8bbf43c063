import { useLocale } from 'next-intl';
import type { CashierView } from '@/lib/payments/cashier-view';

/** The merchant's name in the reader's language; in its own where it has no other. */
export function useMerchantName({ name, nameEn }: CashierView['merchant']): string {
  return useLocale() === 'en' && nameEn !== '' ? nameEn : name;
}
