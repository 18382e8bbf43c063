import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { listMerchants } from '@/lib/merchants/list-merchants';
import { OfficeFrame } from '../office-frame';
import { LiveModeCard } from './live-mode-card';
import { MerchantCard } from './merchant-card';
import { NewMerchantCard, OwnerCard } from './owner-card';

const SHAPE = { merchant: z.string().regex(/^[a-z0-9_]{1,50}$/), done: z.literal('1') };
const MOST = 500;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('refunds.officeTerms'))('title') };
}

export default async function MerchantsPage({ searchParams }: { searchParams: Query }) {
  const user = await requireStaff('/office/merchants', 'channel.read');
  const [t, modes, locale] = await Promise.all([
    getTranslations('refunds.officeTerms'),
    getTranslations('testMode.mode'),
    getLocale(),
  ]);
  const { merchant: asked, done } = await readQuery(searchParams, SHAPE);
  const merchants = (await listMerchants({ limit: MOST })).map(({ id, mode, zh, en }) => ({
    id,
    name: `${locale === 'en' ? en : zh} · ${modes(mode)}`,
  }));
  const merchant = merchants.find(({ id }) => id === asked);
  const options = merchants.map(({ id: value, name: label }) => ({ value, label }));
  return (
    <OfficeFrame page="merchants" user={user} title={t('title')} lead={t('lead')}>
      {done ? (
        <Notice tone="ok" role="status">
          {t('done')}
        </Notice>
      ) : null}
      <form method="get" className="flex flex-wrap items-end gap-3">
        <SelectField name="merchant" label={t('merchant')} defaultValue={asked} options={options} />
        <Button type="submit" variant="secondary" className="min-h-12">
          {t('show')}
        </Button>
      </form>
      {merchant ? (
        <>
          <LiveModeCard merchantId={merchant.id} role={user.staffRole} />
          <OwnerCard key={merchant.id} merchantId={merchant.id} role={user.staffRole} />
          <MerchantCard key={`${merchant.id} ${done}`} merchant={merchant} role={user.staffRole} />
        </>
      ) : null}
      <NewMerchantCard role={user.staffRole} />
    </OfficeFrame>
  );
}
