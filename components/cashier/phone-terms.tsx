import { useTranslations } from 'next-intl';

export const PHONE_TERMS_SECTIONS = [
  'what',
  'own',
  'confirm',
  'price',
  'refund',
  'renew',
  'data',
  'help',
] as const;

/** The text that is agreed to before a phone's bill is charged. */
export function PhoneTerms({ version }: { version: string }) {
  const t = useTranslations('cashierCarrier.terms');
  return (
    <div className="grid gap-4 text-sm">
      {PHONE_TERMS_SECTIONS.map((section) => (
        <section key={section} className="grid gap-1">
          <h2 className="font-semibold">{t(`${section}.title`)}</h2>
          <p className="text-soft">{t(`${section}.body`)}</p>
        </section>
      ))}
      <p className="text-faint">{t('version', { version })}</p>
    </div>
  );
}
