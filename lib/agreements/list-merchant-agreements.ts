import { databaseNow } from '@/lib/core/clock';
import { listCustomerReferences } from '@/lib/customers/list-customer-references';
import type { MerchantAgreement } from './merchant-agreement';
import { selectOfMerchant } from './store';
import { viewOf } from './view-rules';

const MOST = 200;

/** A merchant's bound cards and those that were unbound, newest first; `next` starts the page after. */
export async function listMerchantAgreements({
  merchantId,
  before,
  limit = 50,
}: {
  merchantId: string;
  before?: string;
  limit?: number;
}): Promise<{ agreements: MerchantAgreement[]; next: string | null }> {
  const size = Math.min(limit, MOST);
  const found = await selectOfMerchant({ merchantId, before }, size + 1);
  const page = found.slice(0, size);
  const [references, now] = await Promise.all([
    listCustomerReferences({ merchantId, ids: page.map(({ customerId }) => customerId) }),
    databaseNow(),
  ]);
  const agreements = page.map((agreement): MerchantAgreement => {
    const { id, bank, cardTail, cardType, activatedAt } = viewOf(agreement, now);
    return {
      ...{ id, bank, cardTail, cardType, activatedAt },
      state: agreement.state === 'active' ? 'active' : 'ended',
      endedAt: agreement.endedAt,
      customerReference: references.get(agreement.customerId) ?? null,
    };
  });
  return { agreements, next: found.length > size ? (page.at(-1)?.id ?? null) : null };
}
