'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { newEndpointInput } from '../input';
import { TOPIC_FIELDS } from '../topic-fields';

export const createEndpointAction = action({
  name: 'create webhook endpoint',
  input: newEndpointInput,
  may: memberMay('endpoint.change'),
  keep: ['url', ...TOPIC_FIELDS],
  run: async (asked, user) => {
    const made = await createWebhookEndpoint({ by: memberActor(user), ...asked });
    revalidatePath('/merchant/endpoints');
    return made;
  },
});
