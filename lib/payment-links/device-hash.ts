import { keyedHash } from '@/lib/core/crypto';

/** What a browser is known by beside the orders that it has opened. */
export const deviceHash = (device: string): string => keyedHash('payment-link-device', device);
