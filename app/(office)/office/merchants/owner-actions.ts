'use server';

import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { createOwnerInvitation } from '@/lib/auth/create-owner-invitation';
import { env } from '@/lib/core/env';
import { enrolMerchant } from '@/lib/merchants/enrol-merchant';
import { newMerchantInput, ownerInput } from './input';

const invited = (email: string, token: string) => ({
  email,
  link: `${env().APP_ORIGIN}/join/${token}`,
});

/** An operator's: the link is shown once, in the answer. */
export const inviteOwnerAction = action({
  name: 'invite an owner',
  input: ownerInput,
  may: staffMay('contract.change'),
  run: async (given, user) => {
    const { token } = await createOwnerInvitation({ ...given, by: staffActor(user) });
    return invited(given.email, token);
  },
});

/** The same for a merchant that is not there yet. */
export const newMerchantAction = action({
  name: 'take a merchant on',
  input: newMerchantInput,
  may: staffMay('contract.change'),
  keep: ['name', 'nameEn'],
  run: async (given, user) => {
    const { token } = await enrolMerchant({ ...given, by: staffActor(user) });
    return invited(given.email, token);
  },
});
