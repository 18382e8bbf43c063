import { CARRIERS, type CarrierCode } from '@/lib/channels/port';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { cny, type Money } from '@/lib/money/money';
import { AGES, ageOf } from './rules';
import type { Age } from './statement';
import { selectDebts } from './view-store';

export interface CarrierDebt {
  carrier: CarrierCode;
  byAge: Record<Age, Money>;
  total: Money;
}

/** What each carrier still owes for its statements, by how long it should have paid (账龄). Refusal: not_permitted. */
export async function listCarrierDebts({ by }: { by: StaffActor }): Promise<CarrierDebt[]> {
  requireMay(by, 'reconciliation.read');
  const debts = await selectDebts();
  return CARRIERS.map((carrier) => {
    const own = debts.filter((debt) => debt.carrier === carrier);
    const sum = (some: typeof own): Money =>
      cny(some.reduce((total, { owed }) => total + owed, 0n));
    const aged = AGES.map(
      (age) => [age, sum(own.filter(({ daysOverdue }) => ageOf(daysOverdue) === age))] as const,
    );
    return { carrier, byAge: Object.fromEntries(aged) as Record<Age, Money>, total: sum(own) };
  });
}
