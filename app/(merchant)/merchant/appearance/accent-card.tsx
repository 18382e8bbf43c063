import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { AccentForm } from './accent-form';

/** The merchant's colour, and what becomes of it on light and on dark pages. */
export async function AccentCard({ colour }: { colour: string }) {
  const t = await getTranslations('merchant.appearance.colour');
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <AccentForm
        colour={colour}
        words={{
          label: t('label'),
          hint: t('hint'),
          pick: t('pick'),
          look: t('look'),
          looking: t('looking'),
          save: t('save'),
          saving: t('saving'),
          broken: t('broken'),
          preview: {
            light: t('light'),
            dark: t('dark'),
            method: t('method'),
            detail: t('detail'),
            link: t('link'),
            button: t('button'),
            onButton: t('onButton'),
            onCard: t('onCard'),
            edge: t('edge'),
          },
        }}
      />
    </Card>
  );
}
