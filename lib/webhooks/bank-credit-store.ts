import { db } from '@/lib/core/db';

/** The bank's time of the last movement that a sweep has looked at; undefined before the first. */
export async function selectSweptThrough(): Promise<Date | undefined> {
  return (await db().bankCreditSweep.findUnique({ where: { id: 1 } }))?.through;
}

/** Never goes back, whichever of several sweeps is slower, and never past now, whatever the bank's clock says. */
export async function setSweptThrough(through: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO bank_credit_sweep (id, through) VALUES (1, least(${through}, clock_timestamp()))
    ON CONFLICT (id) DO UPDATE SET through = greatest(bank_credit_sweep.through, excluded.through)`;
}
