/** A reader's own choice of how pages look: kept for a year; only the server reads it. */
export const readerCookieOptions = (secure: boolean) => ({
  path: '/',
  maxAge: 365 * 24 * 3600,
  sameSite: 'lax' as const,
  httpOnly: true,
  secure,
});
