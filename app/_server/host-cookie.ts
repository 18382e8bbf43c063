import { env } from '@/lib/core/env';

/** Kept while the browser is open, and read by the cashier's pages alone. */
export const hostCookieOptions = () => ({
  path: '/pay',
  sameSite: 'lax' as const,
  httpOnly: true,
  secure: env().APP_ORIGIN.startsWith('https:'),
});
