import { useTranslations } from 'next-intl';

/** Says that no money is real; nothing in live mode. It scrolls with the page and covers nothing. */
export function TestModeBanner({
  mode,
  className = '',
}: {
  mode: 'test' | 'live';
  className?: string;
}) {
  const t = useTranslations('testMode');
  if (mode === 'live') return null;
  return (
    <p
      className={`rounded-control border border-warn bg-warn-ground px-3 py-1 text-center text-sm font-medium text-warn ${className}`}
    >
      {t('banner')}
    </p>
  );
}
