import { env } from './env';

const REAL_GATEWAY = 'https://gateway.95516.com';

/**
 * In production the channels move real money; anywhere else a simulator plays them, unless somebody has pointed
 * a demo at UnionPay itself.
 */
export const railsAreReal = (): boolean =>
  env().CASHIER_ENV === 'production' || env().UNIONPAY_GATEWAY_ORIGIN === REAL_GATEWAY;
