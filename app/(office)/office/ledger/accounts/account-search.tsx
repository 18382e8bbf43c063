import { getLocale, getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { CHART, type Subject } from '@/lib/ledger/chart';

/** A plain form: the address that it makes can be kept and sent to a colleague. */
export async function AccountSearch({ subject, owner }: { subject?: Subject; owner?: string }) {
  const t = await getTranslations('office.accounts');
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const subjects = (Object.keys(CHART) as Subject[]).map((code) => ({
    value: code,
    label: CHART[code][language],
  }));
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <SelectField
        name="subject"
        label={t('subject')}
        defaultValue={subject ?? ''}
        options={[{ value: '', label: t('all') }, ...subjects]}
      />
      <TextField
        name="owner"
        label={t('owner')}
        defaultValue={owner ?? ''}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" variant="secondary" className="min-h-12">
        {t('find')}
      </Button>
    </form>
  );
}
