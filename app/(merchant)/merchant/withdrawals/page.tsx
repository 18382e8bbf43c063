import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Notice } from '@/components/ui/notice';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { MerchantFrame } from '../merchant-frame';
import { AccountCard } from './account-card';
import { WithdrawCard } from './withdraw-card';
import { Withdrawals } from './withdrawals';

const SHAPE = {
  done: z.enum(['requested', 'account']),
  before: z.string().regex(/^pyt_[0-9a-z]{26}$/),
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchantFigures.withdrawals'))('title') };
}

export default async function WithdrawalsPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/withdrawals', 'withdrawal.request');
  const { merchantId } = actor;
  const t = await getTranslations('merchantFigures.withdrawals');
  const { done, before } = await readQuery(searchParams, SHAPE);
  return (
    <MerchantFrame page="withdrawals" user={user} title={t('title')} lead={t('lead')}>
      {done ? (
        <Notice tone="ok" role="status">
          {t(`done.${done}`)}
        </Notice>
      ) : null}
      <WithdrawCard merchantId={merchantId} />
      <Withdrawals merchantId={merchantId} {...(before ? { before } : {})} />
      {merchantMay(user.merchantRole, 'payout_account.change') ? <AccountCard key={done} /> : null}
    </MerchantFrame>
  );
}
