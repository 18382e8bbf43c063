import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { mayDo, type StaffRole } from '@/lib/core/staff-permissions';
import { getRefundPolicy } from '@/lib/merchants/get-refund-policy';
import { TermsForm } from './terms-form';

const FEES = ['kept', 'returned'] as const;
const UNCLAIMED = ['merchant', 'balance', 'suspense'] as const;

/** What goes for one merchant's refunds: what it chose itself, and what is agreed with it. */
export async function MerchantCard({
  merchant: { id, name },
  role,
}: {
  merchant: { id: string; name: string };
  role: StaffRole;
}) {
  const [t, staff, policy, own] = await Promise.all([
    getTranslations('refunds.officeTerms'),
    getTranslations('staff'),
    getTranslations('refunds.policy'),
    getRefundPolicy(id),
  ]);
  const changes = mayDo(role, 'contract.change');
  const { shopperRefunds, refundWhenShort, refundFee, unclaimedRefund } = own;
  return (
    <Card className="grid gap-5">
      <h2 className="text-lg font-semibold break-words">{name}</h2>
      <DescriptionList
        items={[
          { term: policy('shopper.title'), detail: t(`shopper.${shopperRefunds}`) },
          { term: policy('short.title'), detail: policy(`short.${refundWhenShort}.name`) },
          ...(changes
            ? []
            : [
                { term: policy('fee.title'), detail: policy(`fee.${refundFee}`) },
                { term: policy('unclaimed.title'), detail: t(`unclaimed.${unclaimedRefund}`) },
              ]),
        ]}
      />
      {changes ? (
        <TermsForm
          merchantId={id}
          terms={own}
          words={{
            why: t('why'),
            whyHint: t('whyHint'),
            code: staff('yourCode'),
            save: policy('save'),
            saving: policy('saving'),
            broken: policy('broken'),
            refundFee: {
              legend: policy('fee.title'),
              options: FEES.map((value) => ({ value, label: policy(`fee.${value}`) })),
            },
            unclaimedRefund: {
              legend: policy('unclaimed.title'),
              options: UNCLAIMED.map((value) => ({ value, label: t(`unclaimed.${value}`) })),
            },
          }}
        />
      ) : null}
    </Card>
  );
}
