import { getTranslations } from 'next-intl/server';

/** The way back up to the list. */
export async function BackToLinks() {
  const t = await getTranslations('paymentLinks');
  return (
    <a
      href="/merchant/links"
      className="inline-flex min-h-11 items-center gap-1.5 text-sm font-medium text-accent-text"
    >
      <span aria-hidden="true" className="rtl:-scale-x-100">
        ←
      </span>
      {t('title')}
    </a>
  );
}
