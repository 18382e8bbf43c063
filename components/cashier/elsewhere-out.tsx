import { useTranslations } from 'next-intl';
import type { Offer } from '@/lib/methods/rank-methods';
import { CopyLink } from './copy-link';
import { QrCode } from './qr-code';

/** The same page somewhere else: in a browser that lets one out to UnionPay, or on the phone. */
export function ElsewhereOut({ wayOut, address }: { wayOut: Offer['wayOut']; address: string }) {
  const t = useTranslations('cashier.elsewhere');
  if (wayOut === 'open_in_browser') {
    const words = { copy: t('copy'), copied: t('copied'), byHand: t('byHand') };
    return (
      <div className="pt-2.5 pb-1">
        <CopyLink address={address} words={words} />
      </div>
    );
  }
  return wayOut === 'use_phone' ? (
    <details className="pt-1">
      <summary className="inline-flex min-h-11 items-center text-sm font-medium text-accent-text">
        {t('phone')}
      </summary>
      <div className="mt-1 mb-2 w-44 rounded-control border border-line bg-white p-1">
        <QrCode content={address} label={t('phoneCode')} />
      </div>
    </details>
  ) : null;
}
