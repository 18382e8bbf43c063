import type { HostFacts } from '@/lib/methods/quickpass-surface';

export const ON_A_PHONE: HostFacts = {
  screen: 'mobile',
  container: 'browser',
  app: 'unknown',
  os: 'android',
};
export const ON_A_PC: HostFacts = {
  screen: 'pc',
  container: 'browser',
  app: 'unknown',
  os: 'other',
};
/** What else a page may run in. */
export const HOSTS = {
  wechat: { ...ON_A_PHONE, container: 'wechat' },
  alipay: { ...ON_A_PHONE, container: 'alipay' },
  unionpay: { ...ON_A_PHONE, container: 'unionpay_app', app: 'logged-in' },
  app: { ...ON_A_PHONE, container: 'merchant_app', app: 'logged-out' },
} as const satisfies Record<string, HostFacts>;
