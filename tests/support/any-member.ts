import type { MerchantActor, MerchantRole } from '@/lib/core/merchant-permissions';

/** Somebody of that merchant, for use cases that ask for no code. */
export const anyMember = (
  merchantId: string,
  id = 'usr_owner',
  merchantRole: MerchantRole = 'owner',
): MerchantActor => ({ id, merchantId, merchantRole });
