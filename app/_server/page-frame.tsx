import { getLocale, getTranslations } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';
import { LanguageSwitch } from '@/components/ui/language-switch';
import { isLocale } from '@/components/ui/locale';
import { PageShell } from '@/components/ui/page-shell';
import { TextSizeSwitch } from '@/components/ui/text-size-switch';
import { changeLanguage } from './change-language';
import { changeTextSize } from './change-text-size';
import { readTextSize } from './text-size-cookie';

/** PageShell with the reader's switches in their place: what every page outside the cashier stands in. */
export async function PageFrame({
  tools,
  ...shell
}: ComponentProps<typeof PageShell> & { tools?: ReactNode }) {
  return (
    <PageShell
      {...shell}
      tools={
        <>
          {tools}
          <ReaderTools />
        </>
      }
    />
  );
}

/** How large the words are, and in which language. */
export async function ReaderTools() {
  const [locale, size, t] = await Promise.all([
    getLocale(),
    readTextSize(),
    getTranslations('common'),
  ]);
  return (
    <>
      <TextSizeSwitch size={size} label={t('largeText')} action={changeTextSize} />
      {isLocale(locale) ? <LanguageSwitch locale={locale} action={changeLanguage} /> : null}
    </>
  );
}
