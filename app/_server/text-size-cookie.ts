import { cookies } from 'next/headers';
import { isTextSize, type TextSize } from '@/components/ui/text-size';

export const TEXT_SIZE_COOKIE = 'text_size';

/** What the reader has chosen on any page of ours; as it is unless they have. */
export async function readTextSize(): Promise<TextSize> {
  const kept = (await cookies()).get(TEXT_SIZE_COOKIE)?.value;
  return isTextSize(kept) ? kept : 'normal';
}
