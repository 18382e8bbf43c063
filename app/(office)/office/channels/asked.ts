import { z } from 'zod';
import { CONTRACT_CHANNELS } from '@/lib/contracts/contract';

const CHANNEL = z.enum(CONTRACT_CHANNELS);
/** Where a page of merchants begins: an id, or the beginning of one. */
const MERCHANT = z.string().regex(/^[0-9a-z_]{1,64}$/);

/** What the address of the page asks for, or says was done. */
export const CHANNELS_QUERY = {
  ...{ agreed: CHANNEL, added: CHANNEL, closed: CHANNEL, of: CHANNEL, after: MERCHANT },
  ...{ planned: CHANNEL, cancelled: z.literal('1') },
  breaker: z.enum(['proposed', 'confirmed', 'ended']),
};
