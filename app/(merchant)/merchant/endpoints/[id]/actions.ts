'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { removeWebhookEndpoint } from '@/lib/merchants/remove-webhook-endpoint';
import { setWebhookEndpoint } from '@/lib/merchants/set-webhook-endpoint';
import { switchWebhookEndpoint } from '@/lib/merchants/switch-webhook-endpoint';
import { sendTestEvent } from '@/lib/webhooks/send-test-event';
import { endpointInputOnly, setEndpointInput, switchEndpointInput } from '../input';
import { TOPIC_FIELDS } from '../topic-fields';

const may = memberMay('endpoint.change');

export const setEndpointAction = action({
  name: 'change webhook endpoint',
  input: setEndpointInput,
  may,
  keep: ['url', ...TOPIC_FIELDS],
  run: async (asked, user): Promise<never> => {
    await setWebhookEndpoint({ by: memberActor(user), ...asked });
    redirect(`/merchant/endpoints/${asked.endpointId}?done=changed`);
  },
});

export const switchEndpointAction = action({
  name: 'switch webhook endpoint',
  input: switchEndpointInput,
  may,
  run: async ({ endpointId, to }, user): Promise<never> => {
    await switchWebhookEndpoint({ by: memberActor(user), endpointId, on: to === 'on' });
    redirect(`/merchant/endpoints/${endpointId}?done=${to}`);
  },
});

export const removeEndpointAction = action({
  name: 'remove webhook endpoint',
  input: endpointInputOnly,
  may,
  run: async ({ endpointId }, user): Promise<never> => {
    await removeWebhookEndpoint({ by: memberActor(user), endpointId });
    redirect('/merchant/endpoints?done=removed');
  },
});

export const sendTestAction = action({
  name: 'send a test event',
  input: endpointInputOnly,
  may: memberMay('delivery.resend'),
  run: async ({ endpointId }, user): Promise<never> => {
    const { deliveryId } = await sendTestEvent({ by: memberActor(user), endpointId });
    redirect(`/merchant/deliveries/${deliveryId}`);
  },
});
