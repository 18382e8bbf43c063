import { selectMerchantNames } from './store';

/** What each of these merchants is called, by its id; unknown ids are left out. */
export async function listMerchantNames(
  ids: readonly string[],
): Promise<Map<string, { zh: string; en: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await selectMerchantNames(ids);
  return new Map(rows.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]));
}
