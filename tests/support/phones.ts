import { randomInt } from 'node:crypto';
import { planted } from './canaries';

/** A phone that no other test uses, and that the simulator's register has as its owner's (not …0000). */
export const somePhone = (): string =>
  planted('phone', `139${String(randomInt(1e7)).padStart(7, '0')}${1 + randomInt(9)}`);
