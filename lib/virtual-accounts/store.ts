import { assert, present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { type ExternalRef, isExternal, isSubject } from '@/lib/ledger/chart';

/** The next serial number; one that is not used after all leaves a gap, which hurts nobody. */
export async function nextSerial(tx: Tx): Promise<bigint> {
  const rows = await tx.$queryRaw<{ serial: bigint }[]>`
    SELECT nextval('virtual_account_serial') AS serial`;
  return present(rows[0], 'the serial number').serial;
}

/** Gives the account its number unless it has one: whoever comes second keeps the first one's. */
export async function insertNumber(tx: Tx, number: string, ref: ExternalRef): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO virtual_accounts (number, subject_code, owner_id)
    VALUES (${number}, ${ref.subject}, ${ref.owner})
    ON CONFLICT (subject_code, owner_id) DO NOTHING`;
}

export async function selectNumber(ref: ExternalRef, tx: Tx = db()): Promise<string | undefined> {
  const row = await tx.virtualAccount.findUnique({
    where: { subjectCode_ownerId: { subjectCode: ref.subject, ownerId: ref.owner } },
    select: { number: true },
  });
  return row?.number;
}

export async function selectOwner(number: string, tx: Tx = db()): Promise<ExternalRef | undefined> {
  const row = await tx.virtualAccount.findUnique({
    where: { number },
    select: { subjectCode: true, ownerId: true },
  });
  if (!row) return undefined;
  const { subjectCode: subject, ownerId: owner } = row;
  assert(isSubject(subject) && isExternal(subject), `${number} stands for no external account`);
  return { subject, owner };
}
