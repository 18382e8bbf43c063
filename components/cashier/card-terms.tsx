import { useTranslations } from 'next-intl';

export const TERMS_SECTIONS = [
  'what',
  'verify',
  'confirm',
  'channels',
  'data',
  'end',
  'limits',
  'safety',
] as const;

/** The text that is agreed to while a card is bound. */
export function CardTerms({ version, level }: { version: string; level: 2 | 3 }) {
  const t = useTranslations('cashierCards.terms');
  const Heading = `h${level}` as const;
  return (
    <div className="grid gap-4 text-sm">
      {TERMS_SECTIONS.map((section) => (
        <section key={section} className="grid gap-1">
          <Heading className="font-semibold">{t(`${section}.title`)}</Heading>
          <p className="text-soft">{t(`${section}.body`)}</p>
        </section>
      ))}
      <p className="text-faint">{t('version', { version })}</p>
    </div>
  );
}
