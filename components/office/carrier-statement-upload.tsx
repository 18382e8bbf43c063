import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FileField } from '@/components/ui/file-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';

/** A plain form: the browser sends the file as it reads it, with or without JavaScript. */
export function CarrierStatementUpload({
  lines,
  mostLines,
  columns,
}: {
  lines: readonly { value: string; label: string }[];
  mostLines: number;
  columns: readonly string[];
}) {
  const t = useTranslations('carrierStatements.upload');
  const staff = useTranslations('staff');
  const format = useFormatter();
  return (
    <Card>
      <form
        action="/office/carrier-statements/file"
        method="post"
        encType="multipart/form-data"
        className="grid gap-4"
      >
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <div className="grid gap-1.5 text-sm text-soft" id="statement-hint">
          <p>{t('body', { most: format.number(mostLines) })}</p>
          <code className="font-mono text-xs wrap-anywhere">{columns.join(',')}</code>
          <p>{t('hint')}</p>
        </div>
        {/* Before the file: the server has read them when the file begins. */}
        <SelectField name="line" label={t('line')} options={lines} />
        <TextField
          type="month"
          name="month"
          label={t('month')}
          placeholder="2026-10"
          pattern="[0-9]{4}-(0[1-9]|1[0-2])"
          required
        />
        <TextField
          name="code"
          id="import-code"
          label={staff('yourCode')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={40}
          required
        />
        <FileField
          name="file"
          label={t('file')}
          accept=".csv,text/csv"
          required
          aria-describedby="statement-hint"
        />
        <Button type="submit" block>
          {t('submit')}
        </Button>
      </form>
    </Card>
  );
}
