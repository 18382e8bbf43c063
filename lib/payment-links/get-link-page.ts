import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { getMerchant } from '@/lib/merchants/get-merchant';
import type { Merchant } from '@/lib/merchants/merchant';
import { deviceHash } from './device-hash';
import type { PaymentLink, Standing } from './payment-link';
import { isLinkCode, NO_USES, standingOf } from './rules';
import { countUses, findOwnOpenOrder, findPaymentLink } from './store';

/** What whoever has the link may see of it. */
export interface LinkPage {
  link: Pick<PaymentLink, 'merchantId' | 'subject' | 'goods' | 'least' | 'most' | 'expiresAt'>;
  merchant: Pick<Merchant, 'mode' | 'name' | 'nameEn' | 'accentColor' | 'logo'>;
  standing: Standing;
  /** What this browser has opened by it and can still pay: the pay token. */
  ownOrder: string | null;
}

/**
 * The page behind a link's code.
 *
 * @throws Refusal payment_link_not_found
 */
export async function getLinkPage({
  code,
  device,
}: {
  code: string;
  /** What the browser is known by, if it has been here before. */
  device: string | undefined;
}): Promise<LinkPage> {
  const link = isLinkCode(code) ? await findPaymentLink({ code }) : undefined;
  if (!link) throw new Refusal('payment_link_not_found');
  const [merchant, now, uses, ownOrder] = await Promise.all([
    getMerchant(link.merchantId),
    databaseNow(),
    // Where any number may use it, nobody needs to know how many do.
    link.mostUses === null ? undefined : countUses([link.id]),
    device && findOwnOpenOrder({ linkId: link.id, deviceHash: deviceHash(device) }),
  ]);
  const standing = standingOf(link, uses?.get(link.id) ?? NO_USES, now);
  return { link, merchant, standing, ownOrder: ownOrder || null };
}
