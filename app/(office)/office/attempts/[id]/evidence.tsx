import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { langOf } from '@/components/ui/lang-of';
import type { AttemptDetail } from '@/lib/payments/found-attempt';

/** What the channel said last, as the adapter redacted it. */
export async function Evidence({ evidence }: Pick<AttemptDetail, 'evidence'>) {
  const t = await getTranslations('office.attempt');
  const fields = Object.entries(evidence ?? {});
  const code = (text: string) => <code className="font-mono text-xs">{text}</code>;
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('evidence')}</h2>
      <p className="text-sm text-soft">
        {fields.length === 0 ? t('evidenceNone') : t('evidenceLead')}
      </p>
      <div className="max-w-2xl">
        <DescriptionList
          items={fields.map(([name, value]) => ({
            term: code(name),
            detail: (
              <span lang={langOf(value)} className="break-all">
                {value}
              </span>
            ),
          }))}
        />
      </div>
    </Card>
  );
}
