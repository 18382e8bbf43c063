import { useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { maskedTail } from './card-words';
import { usePhoneWords } from './use-phone-words';

/** "云闪付", or which card or phone it was: "银行卡 测试银行 ****0005", "手机话费 中国移动 138****8000"; the balance's part comes first. */
export function usePaidMethod(paid: CashierView['paid']): string {
  const t = useTranslations('cashier.method');
  const { carrierName } = usePhoneWords();
  const en = useLocale() === 'en';
  const combined = useTranslations('cashier.combine');
  if (!paid) return '';
  const own = t(`${paid.method}.name`);
  const name = paid.balance
    ? combined('paid', { balance: formatMoney(paid.balance), method: own })
    : own;
  if (paid.phone) return `${name} ${carrierName(paid.phone.carrier)} ${paid.phone.phoneMasked}`;
  if (!paid.card) return name;
  const { bank, tail } = paid.card;
  return `${name} ${en ? bank.en : bank.zh} ${maskedTail(tail)}`;
}
