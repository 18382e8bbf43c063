import { asText, BYTE_ORDER_MARK, csvOf } from '@/lib/core/csv';
import { getAgreementMigration } from './get-agreement-migration';
import { rejectWords } from './reject-words';
import { selectRejectedRows } from './row-store';

const PAGE = 1_000;

/**
 * The lines that became no agreement, by their number in the file, with the reason as a stable code and
 * in words. Of a line that was no good nothing but its number is known any more. Refusal: not_found.
 */
export async function* exportMigrationRejects({
  locale,
  ...which
}: {
  merchantId: string;
  migrationId: string;
  locale: 'zh-CN' | 'en';
}): AsyncGenerator<string, void, void> {
  const { id: migrationId } = await getAgreementMigration(which);
  yield BYTE_ORDER_MARK + csvOf([['line', 'customer_reference', 'card_tail', 'reason', 'words']]);
  for (let after = 0; ; ) {
    const rows = await selectRejectedRows({ migrationId, after, most: PAGE });
    const last = rows.at(-1);
    if (!last) return;
    yield csvOf(
      rows.map(({ rowNo, customerReference, cardTail, reason }) => [
        String(rowNo),
        asText(customerReference ?? ''),
        cardTail ?? '',
        reason,
        rejectWords(reason, locale),
      ]),
    );
    after = last.rowNo;
  }
}
