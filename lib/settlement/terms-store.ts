import { db, type Tx } from '@/lib/core/db';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';
import type { FeeCard, FeeTerms } from './rules';

type AgreedTerms = Partial<Record<MethodCode, Partial<Record<FeeCard, FeeTerms>>>>;

/** What was agreed with the merchant; a method without a row has the default terms. */
export async function selectTerms(merchantId: string, tx: Tx = db()): Promise<AgreedTerms> {
  const rows = await tx.feeTerms.findMany({
    where: { merchantId },
    select: { method: true, card: true, rateMillionths: true, minimumMinor: true, capMinor: true },
  });
  const agreed: AgreedTerms = {};
  for (const { method, card, rateMillionths, minimumMinor, capMinor } of rows) {
    const cap = capMinor === null ? null : cny(capMinor);
    const terms = { rateMillionths, minimum: cny(minimumMinor), cap };
    agreed[method] = { ...agreed[method], [card]: terms };
  }
  return agreed;
}

export async function upsertTerms(
  tx: Tx,
  key: { merchantId: string; method: MethodCode; card: FeeCard },
  { rateMillionths, minimum, cap }: FeeTerms,
): Promise<void> {
  const terms = {
    rateMillionths,
    minimumMinor: minimum.amountMinor,
    capMinor: cap?.amountMinor ?? null,
  };
  await tx.feeTerms.upsert({
    where: { merchantId_method_card: key },
    create: { ...key, ...terms },
    update: terms,
    select: { merchantId: true },
  });
}
