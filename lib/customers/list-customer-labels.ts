import { maskReference } from './rules';
import { selectReferences } from './store';

/** Whose customer each of these is and what the merchant calls them, masked; by customer id. */
export async function listCustomerLabels(
  ids: readonly string[],
): Promise<Map<string, { merchantId: string; reference: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await selectReferences(ids);
  return new Map(
    rows.map(({ id, merchantId, reference }) => [
      id,
      { merchantId, reference: maskReference(reference) },
    ]),
  );
}
