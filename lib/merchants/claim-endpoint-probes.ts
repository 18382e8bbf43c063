import type { Tx } from '@/lib/core/db';
import { MOST_PROBES, probeWaitSeconds } from './endpoint-rules';
import { claimDueProbes } from './endpoint-store';

const WAITS = Array.from({ length: MOST_PROBES + 1 }, (_, made) => probeWaitSeconds(made));

/** Endpoints off for failing whose time to be tried again has come; each is claimed once. */
export const claimEndpointProbes = (
  tx: Tx,
  most: number,
): Promise<{ id: string; merchantId: string }[]> => claimDueProbes(tx, { most, waits: WAITS });
