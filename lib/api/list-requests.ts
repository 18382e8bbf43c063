import type { ApiRequest } from './api-request';
import { type RequestFilter, selectRequests } from './store';

const MOST = 100;

/** A merchant's own calls of the API, newest first; `next` is what the page after starts `before`. */
export async function listRequests({
  limit = 50,
  ...filter
}: RequestFilter & { limit?: number }): Promise<{ requests: ApiRequest[]; next: string | null }> {
  const size = Math.min(limit, MOST);
  const found = await selectRequests(filter, size + 1);
  const requests = found.slice(0, size);
  return { requests, next: found.length > size ? (requests.at(-1)?.id ?? null) : null };
}
