import { openHolder } from '@/lib/agreements/open-holder';
import { isNameOf } from '@/lib/persons/is-name-of';
import { nameKey } from '@/lib/persons/rules';
import type { ClaimedCase } from './refund-claim-store';

/**
 * Is this the name of who paid: the holder of the bound card, else the person that the payer was identified
 * as? Null where no name is known.
 */
export async function isPayersName(
  { agreementId, personId, hasElements }: ClaimedCase,
  name: string,
): Promise<boolean | null> {
  const holder =
    agreementId && hasElements
      ? await openHolder({ agreementId, actor: 'refund claim' })
      : undefined;
  if (holder) return nameKey(holder.name) === nameKey(name);
  return personId ? isNameOf({ personId, name }) : null;
}
