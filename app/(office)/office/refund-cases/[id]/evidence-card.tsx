import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { langOf } from '@/components/ui/lang-of';
import type { CaseScene } from './case-scene';

/** What the channel answered when it refused, as its adapter redacted it: why there is a case at all. */
export async function EvidenceCard({ scene }: { scene: CaseScene }) {
  const t = await getTranslations('officeCase.evidence');
  const fields = Object.entries(scene.refundCase.evidence ?? {});
  return (
    <Card className="grid gap-3">
      <details>
        <summary className="min-h-11 content-center">
          <h2 className="inline text-lg font-semibold">{t('title')}</h2>
        </summary>
        {fields.length === 0 ? <p className="text-sm text-soft">{t('none')}</p> : null}
        <DescriptionList
          items={fields.map(([name, value]) => ({
            term: <code className="font-mono text-xs">{name}</code>,
            detail: (
              <span lang={langOf(value)} className="break-all">
                {value}
              </span>
            ),
          }))}
        />
      </details>
    </Card>
  );
}
