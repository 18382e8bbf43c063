import { useTranslations } from 'next-intl';
import { CopyLink } from './copy-link';

/** What support wants to know, ready to be copied. */
export function OrderNumber({ orderNo }: { orderNo: string }) {
  const t = useTranslations('cashierStatus.orderNo');
  const words = { copy: t('copy'), copied: t('copied'), byHand: t('byHand') };
  return (
    <div className="grid gap-1.5">
      <p className="text-center text-sm text-soft">
        {t('label')} <span className="break-all text-ink tabular-nums">{orderNo}</span>
      </p>
      <CopyLink address={orderNo} words={words} />
    </div>
  );
}
