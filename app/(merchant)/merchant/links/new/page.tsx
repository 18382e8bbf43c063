import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Card } from '@/components/ui/card';
import { MerchantFrame } from '../../merchant-frame';
import { BackToLinks } from '../back-to-links';
import { linkFormWords } from './form-words';
import { NewLinkForm } from './new-link-form';

const SHAPE = { kind: z.literal('counter') };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('paymentLinks'))('new.link') };
}

export default async function NewLinkPage({ searchParams }: { searchParams: Query }) {
  const { user } = await requireMember('/merchant/links/new', 'link.change');
  const t = await getTranslations('paymentLinks.new');
  const { kind } = await readQuery(searchParams, SHAPE);
  return (
    <MerchantFrame
      page="links"
      user={user}
      crumbs={<BackToLinks />}
      title={kind ? t('counter') : t('link')}
      lead={kind ? t('counterLead') : t('linkLead')}
    >
      <Card className="max-w-2xl">
        <NewLinkForm open={kind === 'counter'} words={await linkFormWords()} />
      </Card>
    </MerchantFrame>
  );
}
