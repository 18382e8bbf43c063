import type { Tx } from '@/lib/core/db';
import { selectCodeOf } from './chain-store';
import { holdCodesOf } from './not-curable';
import type { Refund } from './refund';

/**
 * The code by which the channel once said of a refund of this payment that the money may have gone back
 * already, whatever was decided about that refund: nothing of the payment is diverted any more.
 */
export const findHoldCode = (
  tx: Tx,
  { attemptId, channel }: Pick<Refund, 'attemptId' | 'channel'>,
): Promise<string | undefined> => selectCodeOf(tx, attemptId, holdCodesOf(channel));
