import { Refusal } from '@/lib/core/errors';

/** The dated versions of the merchant API that are served, oldest first. */
export const API_VERSIONS = ['2026-11-01'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

/** What a key is made with: it stays with its first version until a call names another. */
export const NEWEST_VERSION: ApiVersion = '2026-11-01';

const isVersion = (text: string): text is ApiVersion =>
  (API_VERSIONS as readonly string[]).includes(text);

/**
 * The version that a call is served by: the one it names in Cashier-Version, else its key's first.
 * @throws Refusal api_version_unknown
 */
export function chooseVersion(header: string | null, ofKey: string): ApiVersion {
  const asked = header === null ? ofKey : header.trim();
  if (!isVersion(asked)) throw new Refusal('api_version_unknown');
  return asked;
}
