import { randomBytes } from 'node:crypto';

/** What this browser is known by: how many codes it has sent, and which payments it has begun. */
export const DEVICE_COOKIE = 'cashier_device';
const YEAR = 365 * 24 * 3600;

export const isDevice = (value: string | undefined): value is string =>
  value !== undefined && /^[\w-]{22}$/.test(value);

/** Made up at random; it says nothing about anybody. */
export const newDevice = (): string => randomBytes(16).toString('base64url');

export const deviceOptions = (secure: boolean) => ({
  // One name for every page that sends codes.
  path: '/',
  maxAge: YEAR,
  httpOnly: true,
  sameSite: 'lax' as const,
  secure,
});
