/**
 * What a contract with a channel may cover. control, sdk_wap, api_wap, qr: the ways of QuickPass.
 * no_redirect: cards without the channel's own page. token: cards by agreement. payout: money to
 * cards. silent_signing: agreements without a code, for cards that were verified elsewhere.
 * carrier_sms, carrier_wap, carrier_direct: the modes of carrier billing (短验, WAP, 短代).
 * carrier_periodic: charges of every period under the one consent.
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
  'carrier_sms',
  'carrier_wap',
  'carrier_direct',
  'carrier_periodic',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
