'use server';

import { isTextSize } from '@/components/ui/text-size';
import { keepInCookie } from '@/lib/auth/kept-cookie';

/** The switch to larger words of every page. Anything but a size of ours changes nothing. */
export async function changeTextSize(form: FormData): Promise<void> {
  const size = form.get('size');
  if (!isTextSize(size)) return;
  await keepInCookie('textSize', size);
}
