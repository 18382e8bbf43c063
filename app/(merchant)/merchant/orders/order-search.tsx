import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { ORDER, type OrderState } from '@/lib/orders/states';

const STATES = Object.keys(ORDER) as OrderState[];

/** A plain form: the address that it makes can be kept and sent to a colleague. */
export async function OrderSearch({ state, number }: { state?: OrderState; number?: string }) {
  const t = await getTranslations('merchant.orders');
  const words = await getTranslations('payments.orderState');
  const options = STATES.map((value) => ({ value, label: words(value) }));
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <SelectField
        name="state"
        label={t('state')}
        defaultValue={state ?? ''}
        options={[{ value: '', label: t('all') }, ...options]}
      />
      <TextField
        name="number"
        label={t('number')}
        defaultValue={number ?? ''}
        maxLength={64}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <Button type="submit" variant="secondary" className="min-h-12">
        {t('find')}
      </Button>
    </form>
  );
}
