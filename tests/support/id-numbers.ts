import { randomInt } from 'node:crypto';
import { checkCharacter } from '@/lib/persons/rules';
import { planted } from './canaries';

/** An identity number that no other test uses; nobody's, but right by its check character. */
export function someIdNo(): string {
  const district = randomInt(100_000, 1_000_000);
  const serial = String(randomInt(1000)).padStart(3, '0');
  const body = `${district}19${randomInt(50, 100)}0307${serial}`;
  return planted('id', body + checkCharacter(body));
}
