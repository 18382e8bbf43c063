import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { RefundChoices } from '@/lib/merchants/refund-policy';
import { PolicyForm } from './policy-form';

const SHOPPER = ['off', 'ask', 'at_once'] as const;
const SHORT = ['refuse', 'queue'] as const;

/** What the merchant decides itself; to change for who may. */
export async function PolicyCard({
  policy,
  mayChange,
}: {
  policy: RefundChoices;
  mayChange: boolean;
}) {
  const t = await getTranslations('refunds.policy');
  if (!mayChange) {
    return (
      <Card className="grid gap-4">
        <p className="text-sm text-soft">{(await getTranslations('members'))('ownersOnly')}</p>
        <DescriptionList
          items={[
            { term: t('shopper.title'), detail: t(`shopper.${policy.shopperRefunds}.name`) },
            { term: t('short.title'), detail: t(`short.${policy.refundWhenShort}.name`) },
          ]}
        />
      </Card>
    );
  }
  return (
    <Card>
      <PolicyForm
        policy={policy}
        words={{
          save: t('save'),
          saving: t('saving'),
          broken: t('broken'),
          shopperRefunds: {
            legend: t('shopper.title'),
            options: SHOPPER.map((value) => ({
              value,
              label: t(`shopper.${value}.name`),
              hint: t(`shopper.${value}.hint`),
            })),
          },
          refundWhenShort: {
            legend: t('short.title'),
            options: SHORT.map((value) => ({
              value,
              label: t(`short.${value}.name`),
              hint: t(`short.${value}.hint`),
            })),
          },
        }}
      />
    </Card>
  );
}
