import { db, type Tx } from '@/lib/core/db';
import type { RefundPolicy } from './refund-policy';

export async function selectRefundPolicy(
  merchantId: string,
  tx: Tx = db(),
): Promise<RefundPolicy | undefined> {
  const row = await tx.merchant.findUnique({
    where: { id: merchantId },
    select: { refundWhenShort: true, shopperRefunds: true, refundFee: true, unclaimedRefund: true },
  });
  return row ?? undefined;
}

export async function updateRefundPolicy(
  tx: Tx,
  merchantId: string,
  changes: Partial<RefundPolicy>,
): Promise<void> {
  await tx.merchant.update({ where: { id: merchantId }, data: changes, select: { id: true } });
}
