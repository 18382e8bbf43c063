import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { OPERATIONS } from '@/lib/api/operations';
import type { AskedRequests } from './asked';

const STATUSES = ['2', '4', '5'] as const;

/** By number or key, by call, by status: a plain form, whose address can be kept. */
export async function RequestFilters({ asked }: { asked: AskedRequests }) {
  const t = await getTranslations('developers.requests');
  const all = { value: '', label: t('all') };
  return (
    <form
      method="get"
      action="/merchant/requests"
      className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_2fr_1fr_auto] lg:items-start"
    >
      <TextField
        name="find"
        type="search"
        label={t('find')}
        hint={t('findHint')}
        defaultValue={asked.find ?? ''}
        maxLength={255}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <SelectField
        name="operation"
        label={t('operation')}
        defaultValue={asked.operation ?? ''}
        options={[
          all,
          ...OPERATIONS.map(({ id, method, path }) => ({
            value: id,
            label: `${method} ${path.replace('/api/v1', '')}`,
          })),
        ]}
      />
      <SelectField
        name="status"
        label={t('status')}
        defaultValue={asked.status ?? ''}
        options={[all, ...STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))]}
      />
      <Button type="submit" variant="secondary" className="min-h-12 lg:mt-6.5">
        {t('submit')}
      </Button>
    </form>
  );
}
