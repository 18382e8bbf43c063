import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { listStatementMonths } from '@/lib/settlement/list-statement-months';

/** Every month that there is a statement of, to read, to print and to take away. */
export async function Months({ merchantId }: { merchantId: string }) {
  const t = await getTranslations('merchantFigures.statements');
  const months = await listStatementMonths({ merchantId });
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('months')}</h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(14rem,100%),1fr))] gap-x-6 gap-y-2 text-sm">
        {months.map((month) => (
          <li key={month} className="flex items-baseline justify-between gap-3 tabular-nums">
            <TextLink href={`/merchant/statements/${month}`}>{month}</TextLink>
            <TextLink href={`/merchant/statements/${month}/statement.csv`}>
              {t('csvOf', { month })}
            </TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
