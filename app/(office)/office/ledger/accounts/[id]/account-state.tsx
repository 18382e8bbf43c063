import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import type { LedgerAccount } from '@/lib/ledger/account';
import { SwitchForm } from './switch-form';

/** What the account may do now, and the one step that finance may take. */
export async function AccountState({
  account: { id, state },
  maySwitch,
}: {
  account: LedgerAccount;
  maySwitch: boolean;
}) {
  const t = await getTranslations('office.account');
  const staff = await getTranslations('staff');
  const frozen = state === 'frozen';
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('stateTitle')}</h2>
        <p className="text-soft">{t(`${state}Lead`)}</p>
      </div>
      {state === 'closed' || !maySwitch ? null : (
        <SwitchForm
          key={state}
          account={id}
          to={frozen ? 'active' : 'frozen'}
          words={{
            cause: t('cause'),
            causeHint: t('causeHint'),
            code: staff('yourCode'),
            submit: frozen ? t('unfreeze') : t('freeze'),
            pending: frozen ? t('unfreezing') : t('freezing'),
            broken: t('broken'),
          }}
        />
      )}
    </Card>
  );
}
