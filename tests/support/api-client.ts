import { newSortableNumber } from '@/lib/core/ids';
import { createApiKey } from '@/lib/merchants/create-api-key';
import type { Merchant } from '@/lib/merchants/merchant';
import { seedMerchant } from './factories/merchants';

export interface ApiClient {
  merchant: Merchant;
  secret: string;
  get(path: string, headers?: HeadersInit): Promise<Response>;
  /** Posts the text or bytes as they are, to make an order unless told otherwise; headers given here stand before the usual ones. */
  post(
    body: string | Uint8Array,
    headers?: Record<string, string | undefined>,
    path?: string,
    method?: string,
  ): Promise<Response>;
}

/** A new merchant that calls the running app over HTTP, as its server would. */
export async function newApiClient(origin: string): Promise<ApiClient> {
  const merchant = await seedMerchant();
  const { secret } = await createApiKey({ merchantId: merchant.id });
  const authorization = `Bearer ${secret}`;
  return {
    merchant,
    secret,
    get: (path, headers = {}) =>
      fetch(`${origin}${path}`, { headers: { authorization, ...headers } }),
    post: (body, headers = {}, path = '/api/v1/orders', method = 'POST') => {
      const usual: Record<string, string | undefined> = {
        authorization,
        'content-type': 'application/json',
        'idempotency-key': `"${newSortableNumber()}"`,
      };
      const all = Object.entries({ ...usual, ...headers });
      const sent = all.filter((one): one is [string, string] => one[1] !== undefined);
      return fetch(`${origin}${path}`, {
        method,
        headers: sent,
        body: body as BodyInit,
      });
    },
  };
}
