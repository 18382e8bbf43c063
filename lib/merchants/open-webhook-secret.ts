import { open } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import type { EndpointTarget } from './endpoint';
import { selectTarget } from './endpoint-store';
import { endpointContext } from './rules';

/** What a delivery to the endpoint needs, its signing secrets included. Refusal: not_found. */
export async function openWebhookSecret(endpointId: string): Promise<EndpointTarget> {
  const target = await selectTarget(endpointId);
  if (!target) throw new Refusal('not_found', { endpointId });
  const { sealedSecrets, ...rest } = target;
  const context = endpointContext(endpointId);
  return { ...rest, secrets: sealedSecrets.map((sealed) => open(sealed, context).toString()) };
}
