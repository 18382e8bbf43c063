import type { Called } from './health';
import { takeProbe } from './store';

/**
 * Asks to be the one who tries a channel whose breaker is open and whose pause is over. True for one
 * caller; the others keep away until the probe is answered, or got lost for a minute.
 */
export const claimProbe = (called: Called): Promise<boolean> => takeProbe(called);
