import { type AccountRef, accountIdOf, isExternal } from './chart';
import { statementHeader, statementRows } from './statement-csv';
import { selectLinesAfter } from './statement-store';
import { sumInternalAccounts } from './sum-internal-accounts';

const PAGE = 1_000;

/**
 * The whole statement of an account as CSV, oldest first, in pieces as they are read: however long it
 * is, only a page of it is in memory.
 */
export async function* exportStatement({
  account,
  locale,
}: {
  account: AccountRef;
  locale: 'zh-CN' | 'en';
}): AsyncGenerator<string, void, void> {
  if (!isExternal(account.subject)) {
    await sumInternalAccounts();
    await sumInternalAccounts();
  }
  yield statementHeader(locale);
  let known = { id: 0n, balanceMinor: 0n };
  for (;;) {
    const lines = await selectLinesAfter(accountIdOf(account), known, PAGE);
    const last = lines.at(-1);
    if (!last) return;
    yield statementRows(lines, locale);
    known = { id: BigInt(last.id), balanceMinor: last.balanceAfter.amountMinor };
  }
}
