import { asText, BYTE_ORDER_MARK, csvOf } from '@/lib/core/csv';
import { getAgreementMigration } from './get-agreement-migration';
import { selectSignedRows } from './row-store';

const PAGE = 1_000;

/**
 * The agreements that a file became, as CSV in the order of the file, in pieces as they are read; those
 * so far while it is still being worked on. Refusal: not_found.
 */
export async function* exportMigratedAgreements(which: {
  merchantId: string;
  migrationId: string;
}): AsyncGenerator<string, void, void> {
  const { id: migrationId } = await getAgreementMigration(which);
  yield BYTE_ORDER_MARK + csvOf([['customer_reference', 'agreement_id', 'card_tail']]);
  for (let after = 0; ; ) {
    const rows = await selectSignedRows({ migrationId, after, most: PAGE });
    const last = rows.at(-1);
    if (!last) return;
    yield csvOf(
      rows.map((row) => [asText(row.customerReference ?? ''), row.agreementId, row.cardTail ?? '']),
    );
    after = last.rowNo;
  }
}
