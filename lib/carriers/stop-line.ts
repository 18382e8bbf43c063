import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { recordTransition } from '@/lib/core/transitions';
import { insertStop } from './stop-store';

/**
 * Stops a merchant's new payments on a line for the complaints of one month, until somebody lifts it.
 * The same month again changes nothing, also after it was lifted: what was looked at once is decided.
 * Answers whether it is stopped by this call.
 */
export async function stopLine(
  tx: Tx,
  stop: { merchantId: string; lineId: string; month: string; complaints: number; payments: number },
): Promise<boolean> {
  const id = newId('csp');
  const isNew = await insertStop(tx, { id, ...stop });
  if (isNew) {
    await recordTransition(tx, {
      subjectType: 'carrier_stop',
      subjectId: id,
      event: 'stop',
      from: 'open',
      to: 'stopped',
      actor: 'carrier-statement',
      cause: `${stop.complaints} complaints about ${stop.payments} payments of ${stop.month}`,
    });
  }
  return isNew;
}
