import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import type { LedgerAccount } from '@/lib/ledger/account';
import { type AccountRef, CHART, isExternal } from '@/lib/ledger/chart';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { findVirtualNumber } from '@/lib/virtual-accounts/find-virtual-number';
import { nameOwners } from './name-owners';

export interface ShownAccount {
  account: LedgerAccount;
  subjectName: string;
  ownerName: string;
  /** Under which it takes transfers, if it was given one. */
  number: string | undefined;
}

/** An account with its names; one that was never used is no page. */
export async function loadAccount(ref: AccountRef): Promise<ShownAccount> {
  const account = await findLedgerAccount(ref);
  if (!account) notFound();
  const { subject, owner } = ref;
  return {
    account,
    subjectName: CHART[subject][(await getLocale()) === 'en' ? 'en' : 'zh'],
    ownerName: (await nameOwners([ref]))(ref),
    number: isExternal(subject) ? await findVirtualNumber({ subject, owner }) : undefined,
  };
}
