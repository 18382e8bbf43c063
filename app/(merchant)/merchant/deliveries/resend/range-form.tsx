import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { RadioChoice } from '@/components/ui/radio-choice';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { endpointOptions } from '../endpoint-options';
import { topicOptions } from '../topic-options';
import { databaseDay } from './database-day';
import type { AskedRange } from './input';

/** Which events: a plain form that only counts them. */
export async function RangeForm({
  merchantId,
  asked,
}: {
  merchantId: string;
  asked: Partial<AskedRange>;
}) {
  const t = await getTranslations('developers.resend');
  const log = await getTranslations('developers.deliveries');
  const endpoints = await endpointOptions(merchantId);
  if (endpoints.length === 0) return <Card className="text-soft">{t('noEndpoints')}</Card>;
  const today = await databaseDay();
  return (
    <Card className="max-w-2xl">
      <form method="get" action="/merchant/deliveries/resend" className="grid gap-5">
        <SelectField
          name="endpoint"
          label={log('endpoint')}
          defaultValue={asked.endpoint ?? ''}
          options={endpoints}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="from"
            type="date"
            label={t('from')}
            defaultValue={asked.from ?? today}
            required
          />
          <TextField
            name="to"
            type="date"
            label={t('to')}
            defaultValue={asked.to ?? today}
            required
          />
        </div>
        <SelectField
          name="topic"
          label={log('topic')}
          defaultValue={asked.topic ?? ''}
          options={[{ value: '', label: log('all') }, ...(await topicOptions())]}
        />
        <RadioChoice
          name="which"
          legend={t('which.legend')}
          chosen={asked.which ?? 'missed'}
          options={(['missed', 'all'] as const).map((value) => ({
            value,
            label: t(`which.${value}`),
            hint: t(`which.${value}Hint`),
          }))}
        />
        <div>
          <Button type="submit" variant="secondary">
            {t('count')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
