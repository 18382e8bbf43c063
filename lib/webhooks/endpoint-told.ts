import type { WebhookEndpoint } from '@/lib/merchants/endpoint';

/** `endpoint.disabled`, `endpoint.enabled`: told to the merchant's other endpoints, and in its console. */
export const endpointData = ({
  id,
  url,
  disabledReason,
}: Pick<WebhookEndpoint, 'id' | 'url' | 'disabledReason'>) => ({
  endpoint_id: id,
  url,
  state: disabledReason ? 'disabled' : 'enabled',
  disabled_reason: disabledReason,
});

/** `test.ping`: nothing has happened; it only shows that notices arrive and are verified. */
export const pingData = ({ id }: Pick<WebhookEndpoint, 'id'>) => ({ endpoint_id: id });
