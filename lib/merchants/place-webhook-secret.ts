import { seal } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { ROTATION_HOURS } from './endpoint-rules';
import { replaceSecret, selectEndpoint } from './endpoint-store';
import { insertMerchantChange } from './looks-store';
import { endpointContext } from './rules';
import { lockMerchant } from './store';

/**
 * Puts another secret in an endpoint's place inside the caller's transaction; answers until when the former one is
 * signed with, too.
 * @throws Refusal endpoint_not_found
 */
export async function placeWebhookSecret(
  tx: Tx,
  {
    merchantId,
    endpointId,
    secret,
    atOnce,
    actor,
  }: { merchantId: string; endpointId: string; secret: string; atOnce: boolean; actor: string },
): Promise<Date | null> {
  await lockMerchant(tx, merchantId);
  const endpoint = await selectEndpoint({ merchantId, endpointId }, tx);
  if (!endpoint) throw new Refusal('endpoint_not_found', { endpointId });
  const sealedSecret = seal(secret, endpointContext(endpointId));
  const hours = atOnce ? 0 : ROTATION_HOURS;
  const previousUntil = await replaceSecret(tx, endpointId, { sealedSecret, hours });
  await insertMerchantChange(tx, {
    ...{ merchantId, subject: 'webhook_secret', actor },
    fromValue: endpointId,
    toValue: atOnce ? 'replaced at once' : 'replaced',
  });
  return previousUntil;
}
