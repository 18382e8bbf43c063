import { getTranslations } from 'next-intl/server';
import { PaymentLinksTable } from '@/components/merchant/payment-links-table';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { listPaymentLinks } from '@/lib/payment-links/list-payment-links';
import type { PaymentLinkState } from '@/lib/payment-links/states';

/** A page of the merchant's own links. */
export async function OwnLinks(asked: {
  merchantId: string;
  state?: PaymentLinkState;
  before?: string;
}) {
  const t = await getTranslations('paymentLinks');
  const { links, next } = await listPaymentLinks(asked);
  if (links.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  const { state, before } = asked;
  const page = (more: Record<string, string>): string =>
    `/merchant/links?${new URLSearchParams({ ...(state ? { state } : {}), ...more })}`;
  return (
    <Card flush className="py-2">
      <PaymentLinksTable links={links} />
      <PageLinks
        newest={before ? { href: page({}), label: t('newest') } : null}
        more={next ? { href: page({ before: next }), label: t('more') } : null}
      />
    </Card>
  );
}
