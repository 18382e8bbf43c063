import { keyedHash } from '@/lib/core/crypto';
import { nameKey } from '@/lib/persons/rules';

/** What a card and a name are found again by: the same for every payee, and nothing that can be read back. */
export const payeeCardHash = (cardNo: string): string => keyedHash('payee-card', cardNo);
export const payeeNameHash = (name: string): string =>
  keyedHash('payee-name', nameKey(name.trim()));
