/** Which order this browser is paying; read only where channels send it back. */
export const LAST_CASHIER_COOKIE = 'last_cashier';

export const lastCashierOptions = (secure: boolean) => ({
  path: '/api/channels',
  maxAge: 3600,
  sameSite: 'lax' as const,
  httpOnly: true,
  secure,
});
