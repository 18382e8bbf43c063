import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import type { CaseScene } from './case-scene';
import { payeeName } from './payee-words';

/** What the payer is shown once the money is there; nothing before that. */
export async function ProofCard({ scene }: { scene: CaseScene }) {
  const { payout, payee, refundCase } = scene;
  const at = payout?.finishedAt ?? refundCase.endedAt;
  if (refundCase.state !== 'paid' || !at) return null;
  const t = await getTranslations('officeCase.proofCard');
  const head = await getTranslations('officeCase.head');
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <DescriptionList
        items={[
          { term: t('paidAt'), detail: <Moment at={at} /> },
          ...(payee ? [{ term: t('to'), detail: payeeName(payee, head('balance')) }] : []),
          ...(payout
            ? [
                { term: t('reference'), detail: <code>{payout.channelRef}</code> },
                {
                  term: t('number'),
                  detail: <code className="break-all">{payout.channelOrderNo}</code>,
                },
              ]
            : []),
        ]}
      />
      <p className="text-sm text-soft">{t('shown')}</p>
    </Card>
  );
}
