import { keyedHash } from '@/lib/core/crypto';
import type { PhoneCodeSubject } from './phone-code';

/** What a phone's code is filed under: one for signing in opens nothing else, nor the other way round. */
export const phoneCodeHashOf = (purpose: PhoneCodeSubject, phone: string): string =>
  keyedHash(`phone-code:${purpose}`, phone);
