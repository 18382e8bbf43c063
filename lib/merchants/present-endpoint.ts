import { isEventTopic } from '@/lib/core/event-topics';
import type { WebhookEndpoint } from './endpoint';
import type { EndpointAnswer } from './endpoint-schema';

const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A webhook endpoint as the merchant API shows it: without its secrets. */
export const presentEndpoint = (endpoint: WebhookEndpoint): EndpointAnswer => ({
  id: endpoint.id,
  url: endpoint.url,
  topics: endpoint.topics.filter(isEventTopic),
  enabled: endpoint.disabledAt === null,
  disabled_reason: endpoint.disabledReason,
  failing_since: moment(endpoint.failingSince),
  paused_until: moment(endpoint.pausedUntil),
  next_probe_at: moment(endpoint.probeAt),
  former_secret_until: moment(endpoint.previousUntil),
  created_at: endpoint.createdAt.toISOString(),
});
