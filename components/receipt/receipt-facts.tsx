import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { billWords } from '@/components/cashier/bill-words';
import { usePaidMethod } from '@/components/cashier/use-paid-method';
import { type Description, DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import { formatMoney } from '@/lib/money/format-money';
import type { Receipt } from '@/lib/receipts/receipt';

/** Who was paid, for what, with what, when, and every number that somebody may ask for. */
export function ReceiptFacts({ receipt, merchant }: { receipt: Receipt; merchant: string }) {
  const t = useTranslations('receipt');
  const cashier = useTranslations('cashier');
  const { order, payment } = receipt;
  const method = usePaidMethod(payment);
  const numbers = {
    merchantOrderNo: order.merchantOrderNo,
    orderNo: order.id,
    channelOrderNo: payment?.channelOrderNo,
    channelRef: payment?.channelRef,
  };
  const items: (Description | null)[] = [
    { term: t('payee'), detail: merchant },
    { term: t('subject'), detail: order.subject },
    payment && {
      term: t('method'),
      detail: payment.cardType
        ? t('withCard', { method, card: cashier(`cardType.${payment.cardType}`) })
        : method,
    },
    ...(payment?.balance
      ? [
          { term: t('balancePart'), detail: formatMoney(payment.balance) },
          {
            term: t('restPart', { method: cashier(`method.${payment.method}.name`) }),
            detail: formatMoney(payment.rest),
          },
        ]
      : []),
    payment?.phone ? { term: t('bill'), detail: billWords(payment.phone.billText) } : null,
    order.paidAt && {
      term: t('paidAt'),
      detail: (
        <>
          <Moment at={order.paidAt} /> <span className="inline-block text-faint">{t('zone')}</span>
        </>
      ),
    },
    ...(Object.keys(numbers) as (keyof typeof numbers)[]).map((name) => {
      const number = numbers[name];
      return number
        ? {
            term: t(name, { method: payment?.method ?? 'quickpass' }),
            detail: <NumberText>{number}</NumberText>,
          }
        : null;
    }),
  ];
  return (
    <div className="border-t border-line pt-4">
      <DescriptionList items={items.filter((item) => item !== null)} />
    </div>
  );
}

/** Long numbers break anywhere rather than leave the paper. */
export const NumberText = ({ children }: { children: ReactNode }) => (
  <span className="break-all">{children}</span>
);
