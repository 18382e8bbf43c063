import { USUAL_ON_A_PAGE } from '@/lib/core/page-schema';
import { findCustomerByReference } from '@/lib/customers/find-customer-by-reference';
import { listCustomerReferences } from '@/lib/customers/list-customer-references';
import type { Agreement } from './agreement';
import { selectOfMerchant } from './store';

/**
 * A page of a merchant's agreements as its server asks for it, newest first, each with the merchant's own name
 * for whose it is; none for a reference nobody has.
 */
export async function listAgreementsPage({
  merchantId,
  customerReference: reference,
  limit = USUAL_ON_A_PAGE,
  ...filter
}: {
  merchantId: string;
  customerReference?: string | undefined;
  state: 'active' | 'ended';
  before?: string | undefined;
  limit?: number | undefined;
}): Promise<{
  agreements: (Agreement & { customerReference: string | null })[];
  next: string | null;
}> {
  const customer =
    reference === undefined ? undefined : await findCustomerByReference({ merchantId, reference });
  if (reference !== undefined && !customer) return { agreements: [], next: null };
  const { customerId } = customer ?? {};
  const found = await selectOfMerchant({ merchantId, customerId, ...filter }, limit + 1);
  const page = found.slice(0, limit);
  const ids = page.map((agreement) => agreement.customerId);
  const references = await listCustomerReferences({ merchantId, ids });
  return {
    agreements: page.map((agreement) => ({
      ...agreement,
      customerReference: references.get(agreement.customerId) ?? null,
    })),
    next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
