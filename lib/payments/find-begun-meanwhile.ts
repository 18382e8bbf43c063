import { setTimeout as pause } from 'node:timers/promises';
import type { RefusalCode } from '@/lib/core/refusals';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from './attempt';
import { findBegun } from './find-begun';
import type { StartPayment } from './start-payment';

/** From a code's use to the commit that it confirms, while another press of the same form is at that. */
const AT_WORK_MS = [150, 350, 700];

/**
 * What a press of the same form, or of two hands' payments any press, has begun while this one was
 * refused: of two sent at one moment the first takes the code, or the money, that the second is then
 * found without.
 */
export async function findBegunMeanwhile(
  order: Order,
  press: StartPayment,
  refused: RefusalCode,
): Promise<Attempt | undefined> {
  if (press.formKey === undefined && press.balancePartFen === undefined) return undefined;
  const begun = await findBegun(order, press);
  if (begun || refused !== 'confirmation_code_wrong') return begun;
  for (const ms of AT_WORK_MS) {
    await pause(ms);
    const meanwhile = await findBegun(order, press);
    if (meanwhile) return meanwhile;
  }
  return undefined;
}
