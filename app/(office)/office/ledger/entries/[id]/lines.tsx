import { getLocale } from 'next-intl/server';
import { EntryLines } from '@/components/office/entry-lines';
import { Card } from '@/components/ui/card';
import { CHART } from '@/lib/ledger/chart';
import type { EntryDetail } from '@/lib/ledger/entry-detail';
import { nameOwners } from '../../name-owners';

/** The entry's lines with everybody called by their name. */
export async function Lines({ entry }: { entry: EntryDetail }) {
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const nameOf = await nameOwners(entry.lines.map(({ account }) => account));
  return (
    <Card flush className="py-2">
      <EntryLines
        lines={entry.lines.map(({ account, ...line }) => ({
          ...line,
          subject: CHART[account.subject][language],
          owner: nameOf(account),
        }))}
      />
    </Card>
  );
}
