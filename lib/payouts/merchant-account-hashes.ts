import { keyedHash } from '@/lib/core/crypto';
import { nameKey } from '@/lib/persons/rules';

/** What a merchant's card and name are told apart by: nothing that can be read back. */
export const merchantCardHash = (cardNo: string): string => keyedHash('merchant-card', cardNo);
export const merchantNameHash = (name: string): string =>
  keyedHash('merchant-name', nameKey(name.trim()));
