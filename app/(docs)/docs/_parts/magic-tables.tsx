import { getTranslations } from 'next-intl/server';
import { DocsTable } from '@/components/docs/docs-table';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import { MAGIC_AMOUNTS, MAGIC_CARDS, MAGIC_PHONES } from '@/lib/test-mode/magic';

const digits = (text: string) => <code translate="no">{text}</code>;
const amount = (fen: bigint) => <span className="whitespace-nowrap">{formatMoney(cny(fen))}</span>;

export async function MagicAmounts() {
  const t = await getTranslations('docs.magic');
  return (
    <DocsTable
      label={t('amounts')}
      head={[t('amount'), t('example'), t('outcome')]}
      rows={Object.entries(MAGIC_AMOUNTS).map(([ending, outcome]) => ({
        cells: [digits(ending), amount(BigInt(ending)), t(`outcomes.${outcome}`)],
      }))}
    />
  );
}

export async function MagicCards() {
  const t = await getTranslations('docs.magic');
  return (
    <DocsTable
      label={t('cards')}
      head={[t('card'), t('outcome')]}
      rows={Object.entries(MAGIC_CARDS).map(([card, outcome]) => ({
        cells: [digits(card), t(`outcomes.${outcome}`)],
      }))}
    />
  );
}

export async function MagicPhones() {
  const t = await getTranslations('docs.magic');
  return (
    <DocsTable
      label={t('phones')}
      head={[t('phone'), t('outcome')]}
      rows={Object.entries(MAGIC_PHONES).map(([ending, outcome]) => ({
        cells: [digits(ending), t(`outcomes.${outcome}`)],
      }))}
    />
  );
}
