import { useLocale, useTranslations } from 'next-intl';
import type { CashierView } from '@/lib/payments/cashier-view';
import { maskedTail } from './card-words';

/** "云闪付", or which bank card it was: "银行卡 测试银行 ****0005". */
export function usePaidMethod(paid: CashierView['paid']): string {
  const t = useTranslations('cashier.method');
  const en = useLocale() === 'en';
  if (!paid) return '';
  const name = t(`${paid.method}.name`);
  if (!paid.card) return name;
  const { bank, tail } = paid.card;
  return `${name} ${en ? bank.en : bank.zh} ${maskedTail(tail)}`;
}
