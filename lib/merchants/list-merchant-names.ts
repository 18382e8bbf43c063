import type { MerchantMode } from './merchant';
import { selectMerchantNames } from './store';

/** What each of these merchants is called, and whether its money is real, by its id; unknown ids are left out. */
export async function listMerchantNames(
  ids: readonly string[],
): Promise<Map<string, { zh: string; en: string; mode: MerchantMode }>> {
  if (ids.length === 0) return new Map();
  const rows = await selectMerchantNames(ids);
  return new Map(rows.map(({ id, name, nameEn, mode }) => [id, { zh: name, en: nameEn, mode }]));
}
