import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { RefundTerms } from '@/lib/merchants/refund-policy';

/** What is agreed about refunds: shown to the merchant, changed by nobody here. */
export async function TermsCard({ terms }: { terms: RefundTerms }) {
  const t = await getTranslations('refunds.policy');
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('terms')}</h2>
        <p className="text-soft">{t('termsLead')}</p>
      </div>
      <DescriptionList
        items={[
          { term: t('fee.title'), detail: t(`fee.${terms.refundFee}`) },
          { term: t('unclaimed.title'), detail: t(`unclaimed.${terms.unclaimedRefund}`) },
        ]}
      />
    </Card>
  );
}
