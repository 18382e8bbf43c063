import { selectReferences, selectUserIds } from './store';

/** What a merchant itself calls these customers of its own, by id; a customer known by its user has no name. */
export async function listCustomerReferences({
  merchantId,
  ids,
}: {
  merchantId: string;
  ids: readonly string[];
}): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await selectReferences(ids);
  const users = await selectUserIds(rows.map(({ reference }) => reference));
  return new Map(
    rows.flatMap(({ id, merchantId: of, reference }) =>
      of === merchantId && !users.has(reference) ? [[id, reference] as const] : [],
    ),
  );
}
