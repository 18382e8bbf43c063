import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { PaymentLink } from './payment-link';
import { findPaymentLink } from './store';

/** A link that is known to be there. */
export const readPaymentLink = async (linkId: string, tx: Tx = db()): Promise<PaymentLink> =>
  present(await findPaymentLink({ id: linkId }, tx), 'the payment link');
