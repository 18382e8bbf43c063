'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { createApiKeyByMember } from '@/lib/merchants/create-api-key-by-member';
import { createLinkKeyByMember } from '@/lib/merchants/create-link-key-by-member';
import { revokeKey } from '@/lib/merchants/revoke-key';
import { createApiKeyInput, createLinkKeyInput, revokeKeyInput } from './input';

export const createApiKeyAction = action({
  name: 'make an API key',
  input: createApiKeyInput,
  may: memberMay('key.change'),
  run: async (given, user) => {
    const { secret } = await createApiKeyByMember({ ...given, by: memberActor(user) });
    revalidatePath('/merchant/keys');
    return { secret };
  },
});

export const createLinkKeyAction = action({
  name: 'make a link key',
  input: createLinkKeyInput,
  may: memberMay('key.change'),
  run: async (given, user) => {
    const { id, secret } = await createLinkKeyByMember({ ...given, by: memberActor(user) });
    revalidatePath('/merchant/keys');
    return { id, secret };
  },
});

/** Where it is said that it was done. */
const REVOKED = {
  api: '/merchant/keys?done=api',
  link: '/merchant/keys?done=link',
  sm2: '/merchant/signatures?done=revoked',
} as const;

export const revokeKeyAction = action({
  name: 'revoke a key',
  input: revokeKeyInput,
  may: memberMay('key.change'),
  run: async (given, user): Promise<never> => {
    await revokeKey({ ...given, by: memberActor(user) });
    redirect(REVOKED[given.kind]);
  },
});
