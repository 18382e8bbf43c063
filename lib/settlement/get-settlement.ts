import { Refusal } from '@/lib/core/errors';
import type { SettledMethod, Settlement } from './settlement';
import { selectSettledMethods, selectSettlement } from './store';

/** A settlement with what each method contributed, or `not_found`. */
export async function getSettlement(
  settlementId: string,
): Promise<Settlement & { methods: SettledMethod[] }> {
  const settlement = await selectSettlement(settlementId);
  if (!settlement) throw new Refusal('not_found', { settlementId });
  return { ...settlement, methods: await selectSettledMethods(settlementId) };
}
