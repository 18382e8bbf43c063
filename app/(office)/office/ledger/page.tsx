import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { LinkButton } from '@/components/ui/link-button';
import { checkBooks } from '@/lib/ledger/check-books';
import { getTrialBalance } from '@/lib/ledger/get-trial-balance';
import { Books } from '../books';
import { OfficeFrame } from '../office-frame';
import { TrialBalanceOfDay } from './trial-balance-of-day';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.ledger'))('title') };
}

export default async function LedgerPage({ searchParams }: { searchParams: Query }) {
  const user = await requireStaff('/office/ledger', 'ledger.read');
  const t = await getTranslations('office.ledger');
  const asked = await readQuery(searchParams, { day: z.iso.date(), check: z.literal('1') });
  return (
    <OfficeFrame page="ledger" user={user} title={t('title')} lead={t('lead')}>
      <TrialBalanceOfDay balance={await getTrialBalance({ day: asked.day, by: user })} />
      {asked.check ? (
        <Books report={await checkBooks()} />
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <LinkButton href="/office/ledger?check=1#books" variant="secondary">
            {t('check')}
          </LinkButton>
          <p className="text-sm text-faint">{t('checkLead')}</p>
        </div>
      )}
    </OfficeFrame>
  );
}
