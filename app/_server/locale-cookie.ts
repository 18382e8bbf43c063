export const LOCALE_COOKIE = 'locale';

/** Kept for a year; only the server reads it. */
export const localeCookieOptions = (secure: boolean) => ({
  path: '/',
  maxAge: 365 * 24 * 3600,
  sameSite: 'lax' as const,
  httpOnly: true,
  secure,
});
