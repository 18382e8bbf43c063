import type { Tx } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';
import { isPrivateTarget, isPublicAddress } from '@/lib/core/public-address';
import { getMerchant } from './get-merchant';

const ADDRESS = /^(\[.+\]|[\d.]+)$/;

/**
 * Refuses what no notice would ever be sent to, as far as the address itself shows it: in live mode what is
 * not https, and inside the network whatever the environment does not name. A name is judged when it is
 * resolved, at each delivery.
 * @throws Refusal endpoint_address_refused, not_found
 */
export async function requireReachable(
  tx: Tx,
  { merchantId, url }: { merchantId: string; url: string },
): Promise<void> {
  const { mode } = await getMerchant(merchantId, tx);
  const address = new URL(url);
  if (mode === 'live' && address.protocol !== 'https:') {
    throw new Refusal('endpoint_address_refused');
  }
  const named = mode === 'test' && isPrivateTarget(address, env().WEBHOOK_PRIVATE_TARGETS);
  if (named || !ADDRESS.test(address.hostname)) return;
  if (!isPublicAddress(address.hostname.replace(/^\[|\]$/g, ''))) {
    throw new Refusal('endpoint_address_refused');
  }
}
