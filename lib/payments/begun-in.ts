import { browserHash } from '@/lib/orders/browser-hash';
import type { Payer } from './start-channel-payment';
import type { StartPayment } from './start-payment';

/** Which browser begins a payment, and with which form. */
export const begunIn = ({
  device,
  formKey,
}: Pick<StartPayment, 'device' | 'formKey'>): Pick<Payer, 'begunBy' | 'formKey'> => ({
  begunBy: device === undefined ? undefined : browserHash(device),
  formKey,
});
