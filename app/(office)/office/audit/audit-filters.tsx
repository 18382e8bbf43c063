import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { AUDIT_ACTIONS } from '@/lib/audit/audit';
import type { Asked } from './asked';

/** By who, by what, by subject: a plain form, whose address can be kept. */
export async function AuditFilters({ asked }: { asked: Asked }) {
  const t = await getTranslations('officeAudit');
  return (
    <form
      method="get"
      action="/office/audit"
      className="grid gap-3 sm:grid-cols-[1fr_1fr_1fr_auto] sm:items-start"
    >
      <Typed name="actor" asked={asked} />
      <SelectField
        name="what"
        label={t('filter.what')}
        defaultValue={asked.what}
        options={[
          { value: '', label: t('filter.any') },
          ...AUDIT_ACTIONS.map((value) => ({ value, label: t(`action.${value}`) })),
        ]}
      />
      <Typed name="subject" asked={asked} />
      <Button type="submit" variant="secondary" className="min-h-12 sm:mt-7">
        {t('filter.find')}
      </Button>
    </form>
  );
}

async function Typed({ name, asked }: { name: 'actor' | 'subject'; asked: Asked }) {
  const t = await getTranslations('officeAudit');
  return (
    <TextField
      name={name}
      type="search"
      label={t(`filter.${name}`)}
      hint={t(`filter.${name}Hint`)}
      defaultValue={asked[name] ?? ''}
      maxLength={60}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
    />
  );
}
