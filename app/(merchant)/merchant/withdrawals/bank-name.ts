import { BANKS } from '@/lib/agreements/banks';

/** A bank's name as it was kept (in Chinese), in the reader's language where we know the bank. */
export const bankNameIn = (locale: string, kept: string): string =>
  (locale === 'en' && Object.values(BANKS).find(({ zh }) => zh === kept)?.en) || kept;
