import type { PaymentChannel } from '@/lib/channels/port';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { cny, type Money } from '@/lib/money/money';
import { exposedUntil } from './exposure-rules';
import { selectPaidElsewhere } from './exposure-store';

/** Money that went back another way than it came: its payer could still have it the first way as well. */
export interface Exposure {
  caseId: string;
  refundId: string;
  channel: PaymentChannel;
  amount: Money;
  /** By chargeback or a late return; the end of what the channel's rules allow. */
  until: Date;
  /** It has happened. */
  returnedAt: Date | null;
}

/**
 * What of an order could come back a second time, and until when; ended exposures are told, too.
 *
 * @throws Refusal not_permitted
 */
export async function findExposure({
  orderId,
  by,
}: {
  orderId: string;
  by: StaffActor;
}): Promise<Exposure[]> {
  requireMay(by, 'case.read');
  const paid = await selectPaidElsewhere(orderId);
  return paid.map(({ amountMinor, paidAt, originalReturnedAt, ...rest }) => ({
    ...rest,
    amount: cny(amountMinor),
    until: exposedUntil(rest.channel, paidAt),
    returnedAt: originalReturnedAt,
  }));
}
