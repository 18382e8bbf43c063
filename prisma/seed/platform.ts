import { PLATFORM_MERCHANT } from '@/lib/merchants/merchant';
import { setBalanceContract } from '@/lib/merchants/set-balance-contract';

/** In the demo a bank keeps the money behind shoppers' wallets; the row itself comes with the tables. */
export const ensurePlatform = (): Promise<void> =>
  setBalanceContract({ merchantId: PLATFORM_MERCHANT, balanceContract: 'bank_custody' });
