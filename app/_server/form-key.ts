import { randomBytes } from 'node:crypto';

/** A name for one form of one page: sent twice, it is known again. */
export const newFormKey = (): string => randomBytes(16).toString('base64url');
