import { getLocale, getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { listQueueMerchants } from '@/lib/support/list-queue-merchants';
import type { QueueName } from '@/lib/support/queue';
import { actionsOf } from '@/lib/support/queue-rules';
import { AGES, QUEUE_QUERY } from '@/lib/support/queue-schema';

const SORTS = ['oldest', 'newest', 'amount'] as const;

/** Which rows to show: a plain form, so that its address can be kept and sent to a colleague. */
export async function QueueFilters({
  queue,
  kept,
}: {
  queue: QueueName;
  kept: Readonly<Record<string, string>>;
}) {
  const t = await getTranslations('officeQueues');
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const merchants = await listQueueMerchants({ queue, by: await staffHere() });
  const set = Object.keys(kept).some((name) => name !== 'after');
  const select = (name: string, label: string, options: { value: string; label: string }[]) => (
    <SelectField name={name} label={label} options={options} defaultValue={kept[name] ?? ''} />
  );
  return (
    <details open={set} className="rounded-card bg-card px-5 py-1 shadow-card">
      <summary className="py-2.5 font-medium text-accent-text">{t('filter.title')}</summary>
      <form method="get" className="grid gap-4 pt-2 pb-4 sm:grid-cols-2 xl:grid-cols-4">
        {select('merchant', t('filter.merchant'), [
          { value: '', label: t('filter.anyMerchant') },
          ...merchants.map((one) => ({ value: one.id, label: one[language] })),
        ])}
        {select('channel', t('filter.channel'), [
          { value: '', label: t('filter.anyChannel') },
          ...QUEUE_QUERY.channel.options.map((value) => ({
            value,
            label: t(`channelName.${value}`),
          })),
        ])}
        {select('age', t('filter.age'), [
          { value: '', label: t('filter.anyAge') },
          ...AGES.map((age) => ({ value: String(age), label: t(`filter.age${age}`) })),
        ])}
        <TextField
          name="least"
          label={t('filter.least')}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={kept.least ?? ''}
        />
        <TextField
          name="most"
          label={t('filter.most')}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={kept.most ?? ''}
        />
        {select(
          'sort',
          t('filter.sort'),
          SORTS.map((value) => ({ value, label: t(`filter.${value}`) })),
        )}
        {actionsOf(queue).includes('assign') ? (
          <label className="flex min-h-11 items-center gap-3 text-sm">
            <input
              type="checkbox"
              name="mine"
              value="1"
              defaultChecked={kept.mine === '1'}
              className="size-5 accent-accent"
            />
            {t(queue === 'approvals' ? 'filter.mineApprovals' : 'filter.mine')}
          </label>
        ) : null}
        <div className="flex flex-wrap gap-2 sm:col-span-full">
          <Button type="submit" variant="secondary">
            {t('filter.apply')}
          </Button>
          {set ? (
            <LinkButton href={`/office/queues/${queue}`} variant="quiet">
              {t('filter.clear')}
            </LinkButton>
          ) : null}
        </div>
      </form>
    </details>
  );
}
