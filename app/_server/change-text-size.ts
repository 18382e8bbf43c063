'use server';

import { cookies } from 'next/headers';
import { isTextSize } from '@/components/ui/text-size';
import { env } from '@/lib/core/env';
import { readerCookieOptions } from './reader-cookie';
import { TEXT_SIZE_COOKIE } from './text-size-cookie';

/** The switch to larger words of every page. Anything but a size of ours changes nothing. */
export async function changeTextSize(form: FormData): Promise<void> {
  const size = form.get('size');
  if (!isTextSize(size)) return;
  const secure = env().APP_ORIGIN.startsWith('https:');
  (await cookies()).set(TEXT_SIZE_COOKIE, size, readerCookieOptions(secure));
}
