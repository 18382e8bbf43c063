import { getTranslations } from 'next-intl/server';
import { memberHere } from '@/app/_server/member';
import { RefundsTable } from '@/components/merchant/refunds-table';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { listRefundsOfMerchant } from '@/lib/refunds/list-refunds-of-merchant';
import { REFUND_GROUPS, type RefundGroup } from './groups';

/** A page of the refunds of all orders, and the way to the others. */
export async function FoundRefunds({ state, before }: { state?: RefundGroup; before?: string }) {
  const t = await getTranslations('merchantFigures.refunds');
  const words = await getTranslations('merchant.orders');
  const { refunds, next } = await listRefundsOfMerchant({
    by: await memberHere(),
    ...(state ? { states: REFUND_GROUPS[state] } : {}),
    ...(before ? { before } : {}),
  });
  if (refunds.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  const page = (more: Record<string, string>): string =>
    `/merchant/refunds?${new URLSearchParams({ ...(state ? { state } : {}), ...more })}`;
  return (
    <Card flush className="py-2">
      <RefundsTable refunds={refunds} />
      <PageLinks
        newest={before ? { href: page({}), label: words('newest') } : null}
        more={next ? { href: page({ before: next }), label: t('more') } : null}
      />
    </Card>
  );
}
