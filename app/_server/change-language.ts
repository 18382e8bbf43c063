'use server';

import { cookies } from 'next/headers';
import { isLocale } from '@/components/ui/locale';
import { env } from '@/lib/core/env';
import { LOCALE_COOKIE } from './locale-cookie';
import { readerCookieOptions } from './reader-cookie';

/** The language switch of every page. Anything but a language of ours changes nothing. */
export async function changeLanguage(form: FormData): Promise<void> {
  const locale = form.get('locale');
  if (!isLocale(locale)) return;
  const secure = env().APP_ORIGIN.startsWith('https:');
  (await cookies()).set(LOCALE_COOKIE, locale, readerCookieOptions(secure));
}
