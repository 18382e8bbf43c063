import { getTranslations } from 'next-intl/server';
import { FindSlash } from '@/components/office/find-slash';
import { Card } from '@/components/ui/card';
import { FindForm } from './find-form';
import { addressOf, type Typed, textOf } from './typed';

/** Where a search is typed. What it becomes stands in the address, so that it can be kept and gone back to. */
export async function SearchForm({ typed }: { typed: Typed }) {
  const t = await getTranslations('officeOrders.find');
  return (
    <Card>
      <search>
        <FindForm
          key={addressOf(typed)}
          typed={{
            q: textOf(typed, 'q'),
            amount: textOf(typed, 'amount'),
            at: textOf(typed, 'at'),
            phone: textOf(typed, 'phone'),
            card: textOf(typed, 'card'),
          }}
          words={{
            anything: t('anything'),
            hint: t('hint'),
            find: t('find'),
            finding: t('finding'),
            more: t('more'),
            amount: t('amount'),
            at: t('at'),
            atHint: t('atHint'),
            phone: t('phone'),
            card: t('card'),
            broken: t('broken'),
          }}
        />
      </search>
      <FindSlash field="q" />
    </Card>
  );
}
