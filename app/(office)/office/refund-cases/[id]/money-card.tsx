import { getTranslations } from 'next-intl/server';
import { EntrySentences } from '@/components/office/entry-sentences';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import type { CaseScene } from './case-scene';

/** Where this money stands in the books, in words, with the way to the entries. */
export async function MoneyCard({ scene }: { scene: CaseScene }) {
  const t = await getTranslations('officeCase.money');
  const { refundCase, refunded, refundable, entries } = scene;
  const { state, amount, endedAs } = refundCase;
  const where = state === 'sent' ? 'transit' : endedAs ? 'gone' : 'waiting';
  const back = endedAs === 'merchant';
  const taken = formatMoney(amount);
  const rows = [
    {
      name: t('payable', { where: t(`where.${where}`) }),
      figure: formatMoney(endedAs ? cny(0n) : amount),
    },
    { name: back ? t('merchantBack') : t('merchant'), figure: back ? `+${taken}` : `−${taken}` },
    { name: t('refunded'), figure: `${formatMoney(refunded)} / ${formatMoney(refundable)}` },
  ];
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <dl className="grid divide-y divide-line">
        {rows.map(({ name, figure }) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 py-2.5">
            <dt>{name}</dt>
            <dd className="tabular-nums">{figure}</dd>
          </div>
        ))}
      </dl>
      <Notice>{t(`note.${where}`)}</Notice>
      {entries.length === 0 ? null : (
        <details className="grid gap-3">
          <summary className="min-h-11 content-center text-sm text-accent-text">
            {t('entries')}
          </summary>
          <EntrySentences entries={entries} />
        </details>
      )}
    </Card>
  );
}
