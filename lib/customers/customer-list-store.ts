import { db, type Tx } from '@/lib/core/db';
import type { MerchantCustomer } from './merchant-customer';
import { selectUserIds } from './store';

const COLUMNS = { id: true, reference: true, userId: true, createdAt: true } as const;

interface Row {
  id: string;
  reference: string;
  userId: string | null;
  createdAt: Date;
}

async function customersOf(rows: readonly Row[], tx?: Tx): Promise<MerchantCustomer[]> {
  const users = await selectUserIds(
    rows.map(({ reference }) => reference),
    tx,
  );
  return rows.map(({ id, reference, userId, createdAt }) => ({
    ...{ id, createdAt },
    reference: users.has(reference) ? null : reference,
    isClaimed: userId !== null,
  }));
}

/** A merchant's customers, newest first. */
export async function selectCustomersPage(
  filter: { merchantId: string; reference?: string | undefined; before?: string | undefined },
  most: number,
): Promise<MerchantCustomer[]> {
  const { merchantId, reference, before } = filter;
  const rows = await db().customer.findMany({
    where: { merchantId, reference, id: { lt: before } },
    orderBy: { id: 'desc' },
    take: most,
    select: COLUMNS,
  });
  return customersOf(rows);
}

export async function selectMerchantCustomer(
  which: { merchantId: string; customerId: string } | { merchantId: string; reference: string },
  tx: Tx = db(),
): Promise<MerchantCustomer | undefined> {
  const { merchantId } = which;
  const where =
    'reference' in which
      ? { merchantId, reference: which.reference }
      : { merchantId, id: which.customerId };
  const row = await tx.customer.findFirst({ where, select: COLUMNS });
  const [customer] = await customersOf(row ? [row] : [], tx);
  return customer;
}
