import type { AccountRef } from '@/lib/ledger/chart';
import { listStatement } from '@/lib/ledger/list-statement';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { listOrderSubjects } from '@/lib/orders/list-order-subjects';
import type { Movement } from './wallet';

/**
 * A page of an account's statement as its owner reads it: payments say to whom and what for. Two more
 * reads for a page, however long it is.
 */
export async function listMovements(page: {
  account: AccountRef;
  before?: string;
  limit: number;
}): Promise<{ lines: Movement[]; next: string | null }> {
  const { lines, next } = await listStatement(page);
  const payments = lines.filter(({ event }) => event === 'balance_payment');
  const orders = await listOrderSubjects(payments.map(({ businessRef }) => businessRef));
  const names = await listMerchantNames([...new Set(orders.map(({ merchantId }) => merchantId))]);
  const paidFor = new Map(
    orders.map(({ orderId, merchantId, subject }) => [
      orderId,
      { subject, merchant: names.get(merchantId) ?? { zh: '', en: '' } },
    ]),
  );
  return {
    lines: lines.map((line) => ({ ...line, paidFor: paidFor.get(line.businessRef) })),
    next,
  };
}
