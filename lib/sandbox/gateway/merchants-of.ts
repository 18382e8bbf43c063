import type { KnownMerchants } from '../acp/check-request';
import type { Simulator } from '../simulator';

/** Who this gateway has under contract: a merchant, an institution and a platform, of one certificate. */
export function merchantsOf({ config, certificates }: Simulator): KnownMerchants {
  return {
    ...certificates.merchant,
    merchants: [
      { merchantId: config.merchantId, accessType: '0' },
      { merchantId: '777290058110097', accessType: '1', acqInsCode: '00010000' },
      { merchantId: '777290058135880', accessType: '2' },
    ],
  };
}
