import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Notice } from '@/components/ui/notice';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { MerchantFrame } from '../merchant-frame';
import { Fees } from './fees';
import { OwnSettings } from './own-settings';
import { ShownSettings } from './shown-settings';
import { Terms } from './terms';

const SHAPE = { done: z.enum(['methods', 'limits', 'late', 'origins']) };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchantFigures.settings'))('title') };
}

export default async function SettingsPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/settings', 'settings.read');
  const merchant = await getMerchant(actor.merchantId);
  const t = await getTranslations('merchantFigures.settings');
  const { done } = await readQuery(searchParams, SHAPE);
  return (
    <MerchantFrame page="settings" user={user} title={t('title')} lead={t('lead')}>
      {done ? (
        <Notice tone="ok" role="status">
          {t(`done.${done}`)}
        </Notice>
      ) : null}
      {merchantMay(actor.merchantRole, 'settings.change') ? (
        <OwnSettings key={done} merchant={merchant} />
      ) : (
        <ShownSettings merchant={merchant} />
      )}
      <Fees merchantId={merchant.id} />
      <Terms merchant={merchant} />
    </MerchantFrame>
  );
}
