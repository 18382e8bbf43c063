import { keyedHash } from '@/lib/core/crypto';

/** What is kept of a browser that scanned for an order or paid it: enough to know it again, and nothing else. */
export const browserHash = (device: string): string => keyedHash('browser', device);
