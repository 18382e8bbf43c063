import { getTranslations } from 'next-intl/server';
import { OrderPaymentsTable } from '@/components/merchant/order-payments-table';
import { Card } from '@/components/ui/card';
import { listOrderAttempts } from '@/lib/payments/list-order-attempts';

/** Everybody who tried to pay this order, and how that ended. */
export async function Payments({ orderId }: { orderId: string }) {
  const t = await getTranslations('merchant.order');
  const payments = await listOrderAttempts(orderId);
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('payments')}</h2>
      {payments.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-soft sm:px-6">{t('noPayments')}</p>
      ) : (
        <OrderPaymentsTable payments={payments} />
      )}
    </Card>
  );
}
