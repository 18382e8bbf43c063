import { Refusal } from '@/lib/core/errors';
import { monthsBetween } from './month-rules';
import { selectMonths } from './month-store';

const MOST = 36;

/** The months that a merchant has statements of, this one included, newest first. Refusal: not_found. */
export async function listStatementMonths({
  merchantId,
}: {
  merchantId: string;
}): Promise<string[]> {
  const months = await selectMonths(merchantId);
  if (!months) throw new Refusal('not_found', { merchantId });
  return monthsBetween(months.first, months.now, MOST);
}
