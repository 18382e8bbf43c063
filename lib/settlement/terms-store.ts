import { db, type Tx } from '@/lib/core/db';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';
import type { FeeTerms } from './rules';

/** What was agreed with the merchant; a method without a row has the default terms. */
export async function selectTerms(
  merchantId: string,
  tx: Tx = db(),
): Promise<Partial<Record<MethodCode, FeeTerms>>> {
  const rows = await tx.feeTerms.findMany({
    where: { merchantId },
    select: { method: true, rateMillionths: true, minimumMinor: true, capMinor: true },
  });
  return Object.fromEntries(
    rows.map(({ method, rateMillionths, minimumMinor, capMinor }) => [
      method,
      {
        rateMillionths,
        minimum: cny(minimumMinor),
        cap: capMinor === null ? null : cny(capMinor),
      },
    ]),
  );
}

export async function upsertTerms(
  tx: Tx,
  merchantId: string,
  method: MethodCode,
  { rateMillionths, minimum, cap }: FeeTerms,
): Promise<void> {
  const terms = {
    rateMillionths,
    minimumMinor: minimum.amountMinor,
    capMinor: cap?.amountMinor ?? null,
  };
  await tx.feeTerms.upsert({
    where: { merchantId_method: { merchantId, method } },
    create: { merchantId, method, ...terms },
    update: terms,
    select: { merchantId: true },
  });
}
