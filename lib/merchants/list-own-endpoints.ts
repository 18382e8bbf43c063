import type { WebhookEndpoint } from './endpoint';
import { selectEndpoints } from './endpoint-store';

/** All endpoints of a merchant, on and off, oldest first: as its own pages and API show them. */
export const listOwnEndpoints = (merchantId: string): Promise<WebhookEndpoint[]> =>
  selectEndpoints(merchantId);
