import { keyedHash } from '@/lib/core/crypto';

/** A code is only worth something together with its own row: equal codes have different hashes. */
export const codeHashOf = (codeId: string, code: string): string =>
  keyedHash('sign-in-code', `${codeId}:${code}`);
