import { selectMerchants } from './store';

/** Merchants to choose from, by name; the first so many. */
export async function listMerchants({
  limit,
}: {
  limit: number;
}): Promise<{ id: string; zh: string; en: string }[]> {
  const rows = await selectMerchants(limit);
  return rows.map(({ id, name, nameEn }) => ({ id, zh: name, en: nameEn }));
}
