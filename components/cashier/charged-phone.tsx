import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { CashierView } from '@/lib/payments/cashier-view';
import { billWords } from './bill-words';
import { usePhoneWords } from './use-phone-words';

/** The carrier's own text message (扣费短信提醒) comes next: whom it comes from, and what it will say. */
export function ChargedPhone({
  phone: { carrier, phoneMasked: phone, billText },
}: {
  phone: NonNullable<NonNullable<CashierView['paid']>['phone']>;
}) {
  const t = useTranslations('cashierCarrier.paid');
  const { carrierName } = usePhoneWords();
  return (
    <Notice>
      {t.rich('sms', { carrier: carrierName(carrier), phone, billText, bill: billWords })}
    </Notice>
  );
}
