import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';

/** A plain form: the address that it makes can be kept and sent to a colleague. */
export async function AttemptSearch({ text }: { text?: string }) {
  const t = await getTranslations('office.attempts');
  return (
    <form method="get" className="grid max-w-2xl gap-3 sm:grid-cols-[1fr_auto] sm:items-start">
      <TextField
        name="q"
        type="search"
        label={t('number')}
        hint={t('hint')}
        defaultValue={text ?? ''}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <Button type="submit" variant="secondary" className="min-h-12 sm:mt-7">
        {t('find')}
      </Button>
    </form>
  );
}
