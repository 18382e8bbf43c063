import type { Tx } from '@/lib/core/db';
import { disableWebhookEndpoint } from './disable-webhook-endpoint';
import { enableWebhookEndpoint } from './enable-webhook-endpoint';
import { disabledBy } from './endpoint-rules';
import { noteArrival, noteFailure, selectDisabledReason } from './endpoint-store';

/**
 * What a try means for its endpoint, in the commit of the try: an arrival ends whatever went wrong before, and
 * switches on what was off for failing; 410, or days without any arrival, switch it off.
 */
export async function noteEndpointAnswer(
  tx: Tx,
  endpointId: string,
  answer: {
    arrived: boolean;
    isTest: boolean;
    status: number | null;
    pauseSeconds: number;
    slowForSeconds: number;
  },
): Promise<'on' | 'off'> {
  if (answer.arrived) {
    await noteArrival(tx, endpointId, answer);
    if ((await selectDisabledReason(tx, endpointId)) === 'failing') {
      await enableWebhookEndpoint(tx, endpointId);
    }
    return 'on';
  }
  const since = await noteFailure(tx, endpointId, answer);
  const reason = disabledBy({ status: answer.status, ...since });
  if (!reason) return 'on';
  await disableWebhookEndpoint(tx, endpointId, reason);
  return 'off';
}
