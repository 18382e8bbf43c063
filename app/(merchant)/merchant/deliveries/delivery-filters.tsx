import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { AskedDeliveries } from './asked';
import { endpointOptions } from './endpoint-options';
import { topicOptions } from './topic-options';

const STATES = ['pending', 'delivered', 'exhausted'] as const;

/** By endpoint, topic, state and day: a plain form, whose address can be kept. */
export async function DeliveryFilters({
  merchantId,
  asked,
}: {
  merchantId: string;
  asked: AskedDeliveries;
}) {
  const t = await getTranslations('developers.deliveries');
  const states = await getTranslations('webhooks.state');
  const all = { value: '', label: t('all') };
  return (
    <form
      method="get"
      action="/merchant/deliveries"
      className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_2fr_1fr_1fr_auto] lg:items-end"
    >
      <SelectField
        name="endpoint"
        label={t('endpoint')}
        defaultValue={asked.endpoint ?? ''}
        options={[all, ...(await endpointOptions(merchantId))]}
      />
      <SelectField
        name="topic"
        label={t('topic')}
        defaultValue={asked.topic ?? ''}
        options={[all, ...(await topicOptions())]}
      />
      <SelectField
        name="state"
        label={t('state')}
        defaultValue={asked.state ?? ''}
        options={[all, ...STATES.map((value) => ({ value, label: states(value) }))]}
      />
      <TextField name="day" type="date" label={t('day')} defaultValue={asked.day ?? ''} />
      <Button type="submit" variant="secondary" className="min-h-12">
        {t('find')}
      </Button>
    </form>
  );
}
