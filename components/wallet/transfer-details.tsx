import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';

/** Where to send money to: the number large and in groups of four, as people read it to themselves. */
export function TransferDetails({
  number,
  accountName,
  bankName,
}: {
  number: string;
  accountName: string;
  bankName: string;
}) {
  const t = useTranslations('wallet.topUp');
  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="text-sm text-soft">{t('number')}</h2>
        <p className="text-2xl font-bold tabular-nums select-all">
          {(number.match(/.{1,4}/g) ?? []).map((group, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one number never reorder
            <span key={place} className="me-3 inline-block last:me-0">
              {group}
            </span>
          ))}
        </p>
      </div>
      <CopyButton text={number} label={t('copy')} done={t('copied')} />
      <DescriptionList
        items={[
          { term: t('name'), detail: accountName },
          { term: t('bank'), detail: bankName },
        ]}
      />
    </Card>
  );
}
