import type { Tx } from '@/lib/core/db';
import { markEndpointDisabled } from './store';

/** Nothing more is sent there: the endpoint said that it is gone. */
export const disableWebhookEndpoint = (tx: Tx, endpointId: string): Promise<void> =>
  markEndpointDisabled(tx, endpointId);
