import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { MerchantFrame } from '../merchant-frame';
import { FoundRefunds } from './found-refunds';
import { GROUPS } from './groups';

const SHAPE = { state: z.enum(GROUPS), before: z.string().regex(/^ref_[0-9a-z]{26}$/) };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchantFigures.refunds'))('title') };
}

export default async function RefundsPage({ searchParams }: { searchParams: Query }) {
  const { user } = await requireMember('/merchant/refunds', 'order.read');
  const t = await getTranslations('merchantFigures.refunds');
  const words = await getTranslations('merchant.orders');
  const asked = await readQuery(searchParams, SHAPE);
  const groups = GROUPS.map((value) => ({ value, label: t(`group.${value}`) }));
  return (
    <MerchantFrame page="refunds" user={user} title={t('title')} lead={t('lead')}>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <SelectField
          name="state"
          label={words('state')}
          defaultValue={asked.state ?? ''}
          options={[{ value: '', label: words('all') }, ...groups]}
        />
        <Button type="submit" variant="secondary" className="min-h-12">
          {words('find')}
        </Button>
      </form>
      <FoundRefunds {...asked} />
    </MerchantFrame>
  );
}
