import type { Money } from '@/lib/money/money';
import { selectFacts } from './facts-store';
import type { LineFacts, PhoneNumber } from './line';

/**
 * The lines of the phone's carrier that are in the catalogue, each with all that decides whether it
 * can carry this charge: what routing chooses between. What the limits leave is what they leave now;
 * `holdLimits` is what counts.
 */
export const listLineFacts = (given: {
  number: Pick<PhoneNumber, 'carrier' | 'province' | 'phoneHash'>;
  merchantId: string;
  amount: Money;
  /** It is charged again every period. */
  periodic: boolean;
}): Promise<LineFacts[]> => selectFacts(given);
