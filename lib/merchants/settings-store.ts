import { db, type Tx } from '@/lib/core/db';
import { cny, type Money } from '@/lib/money/money';
import type { MerchantLimits } from './limits';
import type { LatePaymentPolicy } from './merchant';

const moneyOf = (minor: bigint | null): Money | null => (minor === null ? null : cny(minor));

export async function selectLimits(
  merchantId: string,
  tx: Tx = db(),
): Promise<MerchantLimits | undefined> {
  const row = await tx.merchant.findUnique({
    where: { id: merchantId },
    select: { orderLeastMinor: true, orderMostMinor: true, dayMostMinor: true },
  });
  if (!row) return undefined;
  return {
    orderLeast: moneyOf(row.orderLeastMinor),
    orderMost: moneyOf(row.orderMostMinor),
    dayMost: moneyOf(row.dayMostMinor),
  };
}

export async function updateLimits(
  tx: Tx,
  merchantId: string,
  { orderLeast, orderMost, dayMost }: MerchantLimits,
): Promise<void> {
  const data = {
    orderLeastMinor: orderLeast?.amountMinor ?? null,
    orderMostMinor: orderMost?.amountMinor ?? null,
    dayMostMinor: dayMost?.amountMinor ?? null,
  };
  await tx.merchant.update({ where: { id: merchantId }, data, select: { id: true } });
}

export async function updateMethods(
  tx: Tx,
  merchantId: string,
  methods: { hiddenMethods: string[]; methodOrder: string[] },
): Promise<void> {
  await tx.merchant.update({ where: { id: merchantId }, data: methods, select: { id: true } });
}

export async function updateLatePolicy(
  tx: Tx,
  merchantId: string,
  latePaymentPolicy: LatePaymentPolicy,
): Promise<void> {
  const data = { latePaymentPolicy };
  await tx.merchant.update({ where: { id: merchantId }, data, select: { id: true } });
}
