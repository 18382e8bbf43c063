import type { Tx } from '@/lib/core/db';

export interface Remittance {
  statementId: string;
  /** The bank's number of the transfer. */
  reference: string;
  amountMinor: bigint;
  /** YYYY-MM-DD */
  receivedOn: string;
}

/** Two remittances for one statement wait for each other: each sees what is owed after the other. */
export async function lockStatement(tx: Tx, statementId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM carrier_statements WHERE id = ${statementId} FOR UPDATE`;
}

/** False when the bank's reference is there already. */
export async function insertRemittance(
  tx: Tx,
  { receivedOn, ...remittance }: Remittance & { id: string; recordedBy: string },
): Promise<boolean> {
  const data = [{ ...remittance, receivedOn: new Date(receivedOn) }];
  const { count } = await tx.carrierRemittance.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export async function selectRemittance(tx: Tx, reference: string): Promise<Remittance | undefined> {
  const row = await tx.carrierRemittance.findUnique({
    where: { reference },
    select: { statementId: true, reference: true, amountMinor: true, receivedOn: true },
  });
  return row ? { ...row, receivedOn: row.receivedOn.toISOString().slice(0, 10) } : undefined;
}
