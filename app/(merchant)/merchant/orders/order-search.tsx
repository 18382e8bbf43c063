import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { METHODS } from '@/lib/merchants/set-methods';
import { plainAmount } from '@/lib/money/format-money';
import { ORDER, type OrderState } from '@/lib/orders/states';
import type { OrdersAsked, OrdersUnread } from './query';

const STATES = Object.keys(ORDER) as OrderState[];
const PLAIN = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false } as const;

/** A plain form: the address that it makes can be kept and sent to a colleague. */
export async function OrderSearch({
  asked: { state, number, method, least, most, from, to },
  unread,
}: {
  asked: OrdersAsked;
  unread: OrdersUnread;
}) {
  const t = await getTranslations('merchant.orders');
  const more = await getTranslations('merchantFigures.orders');
  const words = await getTranslations('payments');
  const all = { value: '', label: t('all') };
  const states = STATES.map((value) => ({ value, label: words(`orderState.${value}`) }));
  const methods = METHODS.map((value) => ({ value, label: words(`method.${value}`) }));
  const amount = (value: OrdersAsked['least']) => (value ? plainAmount(value) : '');
  /** What was typed stays, with what is wrong with it. */
  const field = (name: keyof OrdersUnread, value = '', problem = '') => ({
    ...{ name, defaultValue: unread[name] ?? value },
    error: unread[name] === undefined ? undefined : problem,
  });
  const stands = Object.keys(unread).length > 0 ? 'items-start' : 'items-end';
  return (
    <form
      method="get"
      className={`grid grid-cols-[repeat(auto-fill,minmax(min(10rem,100%),1fr))] gap-3 ${stands}`}
    >
      <SelectField
        {...field('state', state, more('problem.choice'))}
        label={t('state')}
        options={[all, ...states]}
      />
      <SelectField
        {...field('method', method, more('problem.choice'))}
        label={t('paidWith')}
        options={[all, ...methods]}
      />
      <TextField
        {...field('number', number, more('problem.number'))}
        label={t('number')}
        maxLength={64}
        {...PLAIN}
      />
      <TextField {...field('from', from, more('problem.day'))} label={more('from')} type="date" />
      <TextField {...field('to', to, more('problem.day'))} label={more('to')} type="date" />
      <TextField
        {...field('least', amount(least), more('problem.amount'))}
        label={more('least')}
        inputMode="decimal"
        maxLength={20}
        {...PLAIN}
      />
      <TextField
        {...field('most', amount(most), more('problem.amount'))}
        label={more('most')}
        inputMode="decimal"
        maxLength={20}
        {...PLAIN}
      />
      <Button type="submit" variant="secondary" className="min-h-12 self-end">
        {t('find')}
      </Button>
    </form>
  );
}
