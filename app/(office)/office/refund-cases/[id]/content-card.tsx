import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import type { CaseScene } from './case-scene';
import { causeWords } from './cause-words';
import { Content } from './content';
import { digestOf } from './payee-words';

/** Who is to get the money, and what a proposal of it came to. */
export async function ContentCard({ scene }: { scene: CaseScene }) {
  const t = await getTranslations('officeCase.content');
  const { proposal, proposals, refundCase } = scene;
  const causeOf = await causeWords();
  const last = proposals.at(-1);
  const isProposed = refundCase.state === 'proposed';
  const isPending = refundCase.state === 'claimed' || refundCase.state === 'open';
  return (
    <Card className="grid gap-4">
      <h2 className="flex flex-wrap items-center gap-2 text-lg font-semibold">
        {proposal ? (isProposed ? t('title') : t('agreed')) : t('now')}
        {proposal ? (
          <Badge tone="ok">{t('digest', { digest: digestOf(proposal.contentHash) })}</Badge>
        ) : null}
      </h2>
      {isPending && last?.voidedAt ? (
        <Notice tone="warn" title={t('voided')}>
          {causeOf(last.voidReason ?? '')}
        </Notice>
      ) : null}
      <Content scene={scene} />
      {isProposed ? <Notice>{t('warning')}</Notice> : null}
    </Card>
  );
}
