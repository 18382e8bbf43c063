import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { personalNumber, type TypedSearch, tailOf, withTails } from './conceal-rules';
import { selectNumbered } from './search-store';

/**
 * A search as it may stand in an address, which browsers and servers keep: of a phone or a card only the
 * last four digits, unless it is a number of ours or a shop's own that looks like one.
 *
 * @throws Refusal not_permitted
 */
export async function readSearch({
  typed,
  by,
}: {
  typed: TypedSearch;
  by: StaffActor;
}): Promise<TypedSearch> {
  requireMay(by, 'order.find');
  const search = { ...typed, phone: tailOf(typed.phone), card: tailOf(typed.card) };
  const personal = personalNumber(typed.q);
  if (!personal) return { ...search, q: withTails(typed.q) };
  const { kind, number } = personal;
  if ((await selectNumbered(number)).length > 0) return { ...search, q: number };
  return { ...search, q: '', [kind]: number.slice(-4) };
}
