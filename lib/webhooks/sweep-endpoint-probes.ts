import { inTransaction } from '@/lib/core/unit-of-work';
import { claimEndpointProbes } from '@/lib/merchants/claim-endpoint-probes';
import { placePing } from './place-ping';

const AT_ONCE = 50;

/**
 * Endpoints that were switched off because nothing arrived are tried again now and then by a test event: one
 * that takes it is on again. Answers how many are tried.
 */
export async function sweepEndpointProbes(): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await claimEndpointProbes(tx, AT_ONCE);
    for (const { id: endpointId, merchantId } of due) {
      await placePing(tx, { merchantId, endpointId });
    }
    return due.length;
  });
}
