import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import type { BulkAction } from '@/lib/support/queue-rules';

/** Below the rows: what to do to those that are marked. Each leads to a dry run first. */
export async function BulkChoice({
  actions,
  people,
  userId,
}: {
  actions: readonly BulkAction[];
  people: readonly { id: string; displayName: string }[];
  userId: string;
}) {
  const t = await getTranslations('officeQueues.bulk');
  return (
    <fieldset className="flex flex-wrap items-end gap-3 p-4">
      <legend className="sr-only">{t('title')}</legend>
      {people.length > 0 ? (
        <SelectField
          name="to"
          label={t('to')}
          defaultValue={userId}
          options={people.map(({ id, displayName }) => ({
            value: id,
            label: id === userId ? t('me') : displayName,
          }))}
        />
      ) : null}
      {actions.map((action) => (
        <Button key={action} type="submit" name="action" value={action} variant="secondary">
          {t('check', { action: t(`action.${action}`) })}
        </Button>
      ))}
    </fieldset>
  );
}
