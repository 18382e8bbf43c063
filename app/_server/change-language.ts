'use server';

import { isLocale } from '@/components/ui/locale';
import { keepInCookie } from '@/lib/auth/kept-cookie';

/** The language switch of every page. Anything but a language of ours changes nothing. */
export async function changeLanguage(form: FormData): Promise<void> {
  const locale = form.get('locale');
  if (!isLocale(locale)) return;
  await keepInCookie('locale', locale);
}
