import type { Agreement } from './agreement';
import { selectActiveByReference } from './store';

/** The bound cards of a merchant's customer, the newest first; none for a reference nobody has. */
export async function listCustomerAgreements({
  merchantId,
  customerReference: reference,
}: {
  merchantId: string;
  customerReference: string;
}): Promise<Agreement[]> {
  return selectActiveByReference({ merchantId, reference });
}
