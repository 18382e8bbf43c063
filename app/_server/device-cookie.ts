import { randomBytes } from 'node:crypto';

export const isDevice = (value: string | undefined): value is string =>
  value !== undefined && /^[\w-]{22}$/.test(value);

/** Made up at random; it says nothing about anybody. */
export const newDevice = (): string => randomBytes(16).toString('base64url');
