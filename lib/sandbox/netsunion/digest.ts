import { createHash } from 'node:crypto';

/** One value for the content of a request, so that no card number has to be kept to compare by. */
export const digestOf = (...content: string[]): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
