import { open } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { endpointContext } from './rules';
import { findEndpoint } from './store';

/** What a delivery to the endpoint needs, its signing secret included. Refusal: not_found. */
export async function openWebhookSecret(
  endpointId: string,
): Promise<{ url: string; secret: string; merchantId: string }> {
  const endpoint = await findEndpoint(endpointId);
  if (!endpoint) throw new Refusal('not_found', { endpointId });
  const { url, merchantId, sealedSecret } = endpoint;
  return { url, merchantId, secret: open(sealedSecret, endpointContext(endpointId)).toString() };
}
