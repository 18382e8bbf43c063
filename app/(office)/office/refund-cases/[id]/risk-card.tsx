import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import { formatMoney } from '@/lib/money/format-money';
import type { CaseScene } from './case-scene';

/** What could go wrong with this one, and how much its reader may still approve today. */
export async function RiskCard({ scene }: { scene: CaseScene }) {
  const t = await getTranslations('officeCase.risk');
  const tier = await getTranslations('officeCase.tier');
  const { exposure, cap, sameCard, proposal, refundCase, unclear } = scene;
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <DescriptionList
        items={[
          ...(unclear ? [{ term: t('unclear'), detail: t(`unclearWhy.${unclear}`) }] : []),
          {
            term: t('exposure'),
            detail: exposure
              ? t.rich('exposureUntil', {
                  amount: formatMoney(exposure.amount),
                  date: () => <Moment at={exposure.until} />,
                })
              : t('noExposure'),
          },
          {
            term: t('cap'),
            detail:
              cap.all.amountMinor === 0n
                ? t('capNone')
                : t('capOf', { used: formatMoney(cap.used), all: formatMoney(cap.all) }),
          },
          { term: t('same'), detail: t('sameCount', { count: sameCard }) },
          ...(proposal ? [{ term: t('tier'), detail: tier(proposal.tier) }] : []),
          { term: t('tries'), detail: t('triesCount', { count: refundCase.payoutTries }) },
        ]}
      />
    </Card>
  );
}
