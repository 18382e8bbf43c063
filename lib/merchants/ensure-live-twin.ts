import { present } from '@/lib/core/assert';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { findTwin } from './find-twin';
import { getMerchant } from './get-merchant';
import { insertLiveTwin } from './mode-store';

/**
 * The live row of a test merchant, made closed where there is none, with its names, colour, return addresses, limits,
 * policies and contract as they are now; its picture, keys, endpoints and everything else begin anew. Answers its id.
 * Refusal: not_found.
 */
export async function ensureLiveTwin(merchantId: string): Promise<{ id: string }> {
  const twin = await findTwin(merchantId);
  if (twin) return { id: twin.mode === 'live' ? twin.id : merchantId };
  const { mode } = await getMerchant(merchantId);
  if (mode === 'live') return { id: merchantId };
  const id = newId('mer');
  if (await inTransaction((tx) => insertLiveTwin(tx, { id, of: merchantId }))) return { id };
  // Somebody else has made it at this very moment.
  return { id: present(await findTwin(merchantId), `the twin of ${merchantId}`).id };
}
