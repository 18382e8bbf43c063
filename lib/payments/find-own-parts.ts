import { listOwnAccounts } from '@/lib/customers/list-own-accounts';
import { browserHash } from '@/lib/orders/browser-hash';
import type { Attempt } from './attempt';
import { hasPart } from './rules';

/**
 * The attempts whose sums may be told to whoever looks. What a balance was to pay of an order is all that
 * there was on it: that is for the browser that began it, and for the person whose balance it is, and
 * nobody else who has the order's link. Ids.
 */
export async function findOwnParts(
  attempts: readonly Attempt[],
  { userId, device }: { userId: string | null; device: string | undefined },
): Promise<ReadonlySet<string>> {
  const hash = device === undefined ? undefined : browserHash(device);
  const isOpen = (attempt: Attempt) => !hasPart(attempt) || attempt.begunBy === hash;
  const asks = userId !== null && !attempts.every(isOpen);
  const accounts = asks ? await listOwnAccounts({ userId }) : [];
  const own = attempts.filter(
    (attempt) =>
      isOpen(attempt) || accounts.some(({ customerId }) => customerId === attempt.customerId),
  );
  return new Set(own.map(({ id }) => id));
}
