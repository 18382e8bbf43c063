import { getLocale } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';
import { LanguageSwitch } from '@/components/ui/language-switch';
import { isLocale } from '@/components/ui/locale';
import { PageShell } from '@/components/ui/page-shell';
import { changeLanguage } from './change-language';

/** PageShell with the language switch in its place: what every page outside the cashier stands in. */
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
          <LanguageForm />
        </>
      }
    />
  );
}

export async function LanguageForm() {
  const locale = await getLocale();
  return isLocale(locale) ? <LanguageSwitch locale={locale} action={changeLanguage} /> : null;
}
