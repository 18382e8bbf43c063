'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { endFormerWebhookSecret } from '@/lib/merchants/end-former-webhook-secret';
import { rotateWebhookSecret } from '@/lib/merchants/rotate-webhook-secret';
import { endpointInputOnly, rotateInput } from '../input';

const may = memberMay('endpoint.change');

export const rotateSecretAction = action({
  name: 'replace webhook secret',
  input: rotateInput,
  may,
  run: async ({ endpointId, atOnce }, user) => {
    const by = memberActor(user);
    const { secret } = await rotateWebhookSecret({ by, endpointId, atOnce: atOnce === 'yes' });
    revalidatePath(`/merchant/endpoints/${endpointId}`);
    return { secret };
  },
});

export const endFormerAction = action({
  name: 'end former webhook secret',
  input: endpointInputOnly,
  may,
  run: async ({ endpointId }, user): Promise<never> => {
    await endFormerWebhookSecret({ by: memberActor(user), endpointId });
    redirect(`/merchant/endpoints/${endpointId}?done=ended`);
  },
});
