import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FileField } from '@/components/ui/file-field';
import { PlaceField } from '@/components/ui/form-place';

const HEADER = 'customer_reference,name,id_no,card_no,phone';

/** A plain form: the browser sends the file as it reads it, with or without JavaScript. */
export function MigrationUpload({ mostRows }: { mostRows: number }) {
  const t = useTranslations('merchant.migrations');
  const format = useFormatter();
  return (
    <Card>
      <form
        action="/merchant/migrations/file"
        method="post"
        encType="multipart/form-data"
        className="grid gap-4"
      >
        <h2 className="text-lg font-semibold">{t('upload')}</h2>
        <div className="grid gap-1.5 text-sm text-soft" id="file-hint">
          <p>{t('uploadBody', { most: format.number(mostRows) })}</p>
          <code className="font-mono text-xs wrap-anywhere">{HEADER}</code>
          <p>{t('uploadHint')}</p>
        </div>
        {/* Before the file: the server has read them when the file begins. */}
        <PlaceField />
        <label className="flex min-h-11 items-start gap-3 text-sm">
          <input
            type="checkbox"
            name="consent"
            value="yes"
            required
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          {t('consent')}
        </label>
        <FileField
          name="file"
          label={t('file')}
          accept=".csv,text/csv"
          required
          aria-describedby="file-hint"
        />
        <Button type="submit" block>
          {t('submit')}
        </Button>
      </form>
    </Card>
  );
}
