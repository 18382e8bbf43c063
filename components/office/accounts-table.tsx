import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { LedgerAccount } from '@/lib/ledger/account';
import { AccountState } from './account-state';

export interface ShownAccount
  extends Pick<LedgerAccount, 'id' | 'balance' | 'held' | 'available' | 'state'> {
  /** Subject and owner, in words. */
  subject: string;
  owner: string;
  ownerId: string;
}

export function AccountsTable({ accounts }: { accounts: readonly ShownAccount[] }) {
  const t = useTranslations('office.accounts');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('account')}</ColumnHead>
          <ColumnHead figures>{t('balance')}</ColumnHead>
          <ColumnHead figures>{t('held')}</ColumnHead>
          <ColumnHead figures>{t('available')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
        </>
      }
    >
      {accounts.map((account) => (
        <tr key={account.id} className="hover:bg-ground">
          <RowHead className="min-w-48 font-normal">
            <TextLink href={`/office/ledger/accounts/${encodeURIComponent(account.id)}`}>
              {account.owner}
            </TextLink>
            <span className="block text-xs text-faint">
              {account.subject} · <code className="font-mono">{account.ownerId}</code>
            </span>
          </RowHead>
          <Cell figures>
            <Figure amount={account.balance} />
          </Cell>
          <Cell figures>
            <Figure amount={account.held} />
          </Cell>
          <Cell figures>
            <Figure amount={account.available} />
          </Cell>
          <Cell>
            <AccountState state={account.state} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
