import { randomInt } from 'node:crypto';

/** A phone that no other test uses. */
export const somePhone = (): string => `139${String(randomInt(1e8)).padStart(8, '0')}`;
