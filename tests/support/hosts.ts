import type { HostFacts } from '@/lib/methods/quickpass-surface';

/** What a shopper may hold, as the page would know it. */
export const PHONE: HostFacts = {
  screen: 'mobile',
  container: 'browser',
  app: 'unknown',
  os: 'android',
};
export const DESKTOP: HostFacts = {
  screen: 'pc',
  container: 'browser',
  app: 'unknown',
  os: 'other',
};
/** A merchant's app whose bridge has answered. */
export const MERCHANT_APP: HostFacts = {
  screen: 'mobile',
  container: 'merchant_app',
  app: 'logged-in',
  os: 'android',
};
