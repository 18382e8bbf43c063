/**
 * What a contract with a channel may cover. control, sdk_wap, api_wap, qr: the ways of QuickPass.
 * no_redirect: cards without the channel's own page. token: cards by agreement. payout: money to
 * cards. silent_signing: agreements without a code, for cards that were verified elsewhere.
 */
export const PERMISSIONS = [
  'control',
  'sdk_wap',
  'api_wap',
  'qr',
  'no_redirect',
  'token',
  'payout',
  'silent_signing',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
