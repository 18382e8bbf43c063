import type { PaymentChannel } from '@/lib/channels/port';
import type { RefundRoute } from './route-rules';

/** When the shopper has it. statement: it stands on the phone's next bill. */
export type Arrival = 'at_once' | 'today' | 'one_to_three_days' | 'statement';

/** An undo never reaches a statement of the card; a refund takes the bank one to three working days. */
export function arrivalOf(channel: PaymentChannel, route: RefundRoute): Arrival {
  if (route === 'balance') return 'at_once';
  if (route === 'undo') return 'today';
  return channel === 'carrier' ? 'statement' : 'one_to_three_days';
}
