import { useTranslations } from 'next-intl';
import { QrCode } from './qr-code';

/** Where the code is on the page, for links to it. */
export const HANDOFF_CODE = 'on-your-phone';

/** On a PC: the same order on the phone, where more ways to pay work. */
export function Handoff({ address, open }: { address: string; open: boolean }) {
  const t = useTranslations('cashierStatus.handoff');
  return (
    <details open={open} className="rounded-card bg-card px-5 py-1 shadow-card">
      <summary className="flex min-h-11 cursor-pointer items-center font-medium text-accent-text">
        {t('open')}
      </summary>
      <div
        id={HANDOFF_CODE}
        className="grid scroll-mb-24 grid-cols-[auto_1fr] items-center gap-5 pt-1 pb-4"
      >
        <div className="w-40 rounded-control border border-line bg-white p-1">
          <QrCode content={address} label={t('code')} />
        </div>
        <p className="text-sm text-soft">{t('body')}</p>
      </div>
    </details>
  );
}
