import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { getFigures } from '@/lib/insights/get-figures';
import { PERIODS } from '@/lib/insights/rules';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { Funnel } from './_figures/funnel';
import { PayTimes } from './_figures/pay-times';
import { PeriodLinks } from './_figures/period-links';
import { Tiles } from './_figures/tiles';
import { Trend } from './_figures/trend';
import { Ways } from './_figures/ways';
import { CutOff } from './endpoints/cut-off';
import { Integration } from './integration';
import { MerchantFrame } from './merchant-frame';

const SHAPE = { days: z.coerce.number().pipe(z.literal([...PERIODS])) };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchant'))('title') };
}

export default async function MerchantPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant', 'figures.read');
  const { days = 1 } = await readQuery(searchParams, SHAPE);
  const [merchant, figures] = await Promise.all([
    getMerchant(actor.merchantId),
    getFigures({ by: actor, days }),
  ]);
  const t = await getTranslations('merchantFigures');
  const name = (await getLocale()) === 'en' ? merchant.nameEn : merchant.name;
  const lead = t('lead', { from: figures.from, to: figures.to });
  const actions = <PeriodLinks days={days} />;
  return (
    <MerchantFrame page="overview" user={user} title={name} lead={lead} actions={actions}>
      <CutOff by={actor} href="/merchant/endpoints" />
      <Tiles {...figures} />
      <Trend {...figures} />
      <div className="grid gap-4 lg:grid-cols-2">
        <Funnel {...figures} />
        <PayTimes {...figures} />
      </div>
      <Ways {...figures} />
      {merchantMay(user.merchantRole, 'key.read') ? <Integration merchant={merchant} /> : null}
    </MerchantFrame>
  );
}
