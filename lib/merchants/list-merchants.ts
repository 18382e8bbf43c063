import type { MerchantMode } from './merchant';
import { selectMerchants } from './store';

/** Merchants to choose from, by name; the first so many. */
export async function listMerchants({
  limit,
}: {
  limit: number;
}): Promise<{ id: string; mode: MerchantMode; zh: string; en: string }[]> {
  const rows = await selectMerchants(limit);
  return rows.map(({ name, nameEn, ...row }) => ({ ...row, zh: name, en: nameEn }));
}
