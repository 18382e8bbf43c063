import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { exportStatement } from './export-statement';

/**
 * Any account's statement as the office takes it away; whoever owns one takes theirs by `exportStatement`.
 *
 * @throws Refusal not_permitted, at the first piece
 */
export async function* exportAccountStatement({
  by,
  ...statement
}: Parameters<typeof exportStatement>[0] & { by: StaffActor }): AsyncGenerator<string, void, void> {
  requireMay(by, 'ledger.read');
  yield* exportStatement(statement);
}
