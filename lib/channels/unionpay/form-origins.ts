const UNIONPAY_HOSTS = /\.95516\.com$/;

/**
 * Origins that the payer's browser is sent to with our form. UnionPay answers it with a redirect to
 * its pay page, which is on another host of the same domain, and browsers hold a page's policy
 * against the whole chain.
 */
export function formOriginsOf(gatewayOrigin: string): string[] {
  const { protocol, hostname } = new URL(gatewayOrigin);
  const real = protocol === 'https:' && UNIONPAY_HOSTS.test(hostname);
  return real ? [gatewayOrigin, 'https://*.95516.com'] : [gatewayOrigin];
}
