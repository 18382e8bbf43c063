import { getTranslations } from 'next-intl/server';
import { OneButtonForm } from '@/app/(auth)/one-button-form';
import type { CurrentUser } from '@/lib/auth/user';
import { findTwin } from '@/lib/merchants/find-twin';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { toLiveAction, toTestAction } from './mode-actions';

const LOOKS = {
  test: 'border-warn bg-warn-ground text-warn',
  live: 'border-line bg-card text-ok',
  closed: 'border-line bg-card text-soft',
} as const;

/** Whether money is real on this page, and the way to the other mode where there is one. */
export async function ModeBar({ user }: { user: CurrentUser }) {
  if (user.merchantId === null) return null;
  const [t, { mode, isOpen }, twin] = await Promise.all([
    getTranslations('testMode.console'),
    getMerchant(user.merchantId),
    findTwin(user.merchantId),
  ]);
  const state = isOpen ? mode : 'closed';
  const isTest = mode === 'test';
  return (
    <div
      className={`mb-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-control border px-4 py-2 ${LOOKS[state]}`}
    >
      <div className="min-w-0 text-sm">
        <p className="font-semibold">{t(state)}</p>
        {isOpen ? null : <p>{t('closedHint')}</p>}
      </div>
      {twin ? (
        <OneButtonForm
          action={isTest ? toLiveAction : toTestAction}
          variant="secondary"
          size="md"
          words={{
            submit: t(isTest ? 'toLive' : 'toTest'),
            pending: t('pending'),
            broken: t('broken'),
          }}
        />
      ) : null}
    </div>
  );
}
