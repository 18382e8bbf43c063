import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { next, recordTransition } from '@/lib/core/transitions';
import { getPaymentLink } from './get-payment-link';
import { PAYMENT_LINK } from './states';
import { lockPaymentLink, movePaymentLink } from './store';

/**
 * Stops or starts a merchant's own link inside the caller's transaction, on record with who did; orders
 * that it has made stay as they are.
 *
 * @throws Refusal payment_link_not_found, state_conflict
 */
export async function moveLink(
  tx: Tx,
  {
    merchantId,
    linkId,
    active,
    actor,
  }: { merchantId: string; linkId: string; active: boolean; actor: string },
): Promise<void> {
  await lockPaymentLink(tx, linkId);
  const { state: from } = await getPaymentLink({ merchantId, linkId }, tx);
  if (active === (from === 'active')) return;
  const event = active ? 'start' : 'stop';
  const to = next(PAYMENT_LINK, from, event);
  if (!(await movePaymentLink(tx, { id: linkId, from, to }))) throw new Refusal('state_conflict');
  const record = { subjectId: linkId, event, from, to, actor };
  await recordTransition(tx, { subjectType: 'payment_link', ...record });
}
