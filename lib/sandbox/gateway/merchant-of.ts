import type { KnownMerchant } from '../acp/check-request';
import type { Simulator } from '../simulator';

/** The one merchant this gateway has under contract. */
export function merchantOf({ config, certificates }: Simulator): KnownMerchant {
  return { merchantId: config.merchantId, ...certificates.merchant };
}
