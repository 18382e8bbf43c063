import { isTextSize, type TextSize } from '@/components/ui/text-size';
import { readKept } from '@/lib/auth/kept-cookie';

/** What the reader has chosen on any page of ours; as it is unless they have. */
export async function readTextSize(): Promise<TextSize> {
  const kept = await readKept('textSize');
  return isTextSize(kept) ? kept : 'normal';
}
