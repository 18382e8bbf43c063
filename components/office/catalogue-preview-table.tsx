import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import type { CataloguePreview } from '@/lib/carriers/catalogue';

const TONE: Record<CataloguePreview['changes'][number]['change'], Tone> = {
  added: 'ok',
  changed: 'warn',
  ended: 'bad',
};

/** What is wrong with a file, or else what it would change. */
export function CataloguePreviewTable({
  preview: { problems, moreProblems, changes, added, changed, ended },
}: {
  preview: CataloguePreview;
}) {
  const t = useTranslations('officeCarriers.draft');
  const more = problems.length > 0 ? moreProblems : added + changed + ended - changes.length;
  return (
    <div className="grid gap-2">
      {problems.length > 0 ? (
        <Table
          label={t('problems')}
          head={
            <>
              <ColumnHead figures>{t('line')}</ColumnHead>
              <ColumnHead>{t('column')}</ColumnHead>
              <ColumnHead>{t('problem')}</ColumnHead>
            </>
          }
        >
          {problems.map(({ line, column, problem }) => (
            <tr key={`${line} ${column} ${problem}`}>
              <RowHead className="text-end font-normal tabular-nums">{line}</RowHead>
              <Cell>
                {column ? <code className="font-mono text-xs">{column}</code> : t('whole')}
              </Cell>
              <Cell>{t(`problemOf.${problem}`)}</Cell>
            </tr>
          ))}
        </Table>
      ) : null}
      {problems.length === 0 && changes.length > 0 ? (
        <Table
          label={t('changes')}
          head={
            <>
              <ColumnHead>{t('name')}</ColumnHead>
              <ColumnHead>{t('change')}</ColumnHead>
            </>
          }
        >
          {changes.map(({ name, change }) => (
            <tr key={name}>
              <RowHead>
                <code className="font-mono text-xs">{name}</code>
              </RowHead>
              <Cell>
                <Badge tone={TONE[change]}>{t(`changeOf.${change}`)}</Badge>
              </Cell>
            </tr>
          ))}
        </Table>
      ) : null}
      {more > 0 ? <p className="text-sm text-soft">{t('more', { count: more })}</p> : null}
    </div>
  );
}
