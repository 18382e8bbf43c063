import { useTranslations } from 'next-intl';
import { PrintButton } from './print-button';
import type { Paper } from './receipt-sheet';

const PAPERS = ['a4', '80mm'] as const;

/** On which paper, and the press that prints; without JavaScript, how else. */
export function PaperChoice({ paper, address }: { paper: Paper; address: string }) {
  const t = useTranslations('receipt.print');
  return (
    <div className="not-on-paper grid gap-3">
      <nav
        aria-label={t('paper')}
        className="flex flex-wrap items-center justify-center gap-x-4 text-sm"
      >
        <span className="text-soft">{t('paper')}</span>
        {PAPERS.map((one) => (
          <a
            key={one}
            href={one === 'a4' ? address : `${address}?paper=${one}`}
            aria-current={one === paper ? 'true' : undefined}
            className={`inline-flex min-h-11 items-center font-medium ${one === paper ? 'text-ink' : 'text-accent-text underline decoration-line underline-offset-4'}`}
          >
            {t(one)}
          </a>
        ))}
      </nav>
      <div className="with-script">
        <PrintButton label={t('button')} />
      </div>
      <noscript>
        <p className="text-center text-sm text-soft">{t('byHand')}</p>
      </noscript>
    </div>
  );
}
