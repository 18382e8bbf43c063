import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FileField } from '@/components/ui/file-field';
import { SelectField } from '@/components/ui/select-field';
import { TextLink } from '@/components/ui/text-link';
import type { CatalogueKind } from '@/lib/carriers/catalogue';

const KINDS: readonly CatalogueKind[] = ['lines', 'ranges'];

/** A plain form: the browser sends the file as it reads it, with or without JavaScript. */
export function CatalogueUpload({
  mostLines,
  columns,
}: {
  mostLines: number;
  columns: Record<CatalogueKind, readonly string[]>;
}) {
  const t = useTranslations('officeCarriers.upload');
  const format = useFormatter();
  return (
    <Card>
      <form
        action="/office/carriers/file"
        method="post"
        encType="multipart/form-data"
        className="grid gap-4"
      >
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <div className="grid gap-3 text-sm text-soft" id="catalogue-hint">
          <p>{t('body', { most: format.number(mostLines) })}</p>
          {KINDS.map((kind) => (
            <p key={kind}>
              <TextLink href={`/office/carriers/${kind}.csv`}>{t(`now.${kind}`)}</TextLink>
              <code className="block font-mono text-xs wrap-anywhere">
                {columns[kind].join(',')}
              </code>
            </p>
          ))}
        </div>
        {/* Before the file: the server has read it when the file begins. */}
        <SelectField
          name="kind"
          label={t('kind')}
          options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <FileField
          name="file"
          label={t('file')}
          accept=".csv,text/csv"
          required
          aria-describedby="catalogue-hint"
        />
        <div>
          <Button type="submit">{t('submit')}</Button>
        </div>
      </form>
    </Card>
  );
}
