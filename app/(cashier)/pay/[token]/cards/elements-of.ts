import type { FourElements } from '@/lib/channels/agreement-port';
import { Refusal } from '@/lib/core/errors';
import { findPerson } from '@/lib/persons/find-person';
import { openIdentity } from '@/lib/persons/open-identity';
import type { BindInput } from './input';

/** The four elements: as typed, or with the identity that the wallet has verified. Refusal: invalid_request. */
export async function elementsOf(input: BindInput, userId: string): Promise<FourElements> {
  const { cardNo, phone } = input;
  if (input.who === 'typed') return { cardNo, phone, name: input.name, idNo: input.idNo };
  const person = await findPerson({ userId });
  if (!person) throw new Refusal('invalid_request', { userId });
  return {
    cardNo,
    phone,
    ...(await openIdentity({ personId: person.id, actor: `user:${userId}` })),
  };
}
