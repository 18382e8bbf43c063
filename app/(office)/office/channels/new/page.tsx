import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { isChannelConfigured } from '@/lib/channels/registry';
import { CONTRACT_CHANNELS } from '@/lib/contracts/contract';
import { OfficeFrame } from '../../office-frame';
import { ContractForm } from './contract-form';
import { contractFields } from './contract-words';

const CHANNEL = z.enum(CONTRACT_CHANNELS);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.contract'))('title') };
}

export default async function NewContractPage({ searchParams }: { searchParams: Query }) {
  const { channel } = await readQuery(searchParams, { channel: CHANNEL });
  const back = '/office/channels';
  const user = await requireStaff(
    channel ? `${back}/new?channel=${channel}` : back,
    'contract.change',
  );
  if (!channel || !isChannelConfigured(channel)) notFound();
  const t = await getTranslations('office');
  const lead = t('contract.lead', { channel: t(`channel.${channel}`) });
  return (
    <OfficeFrame page="channels" user={user} title={t('contract.title')} lead={lead}>
      <p>
        <TextLink href={back}>{t('contract.back')}</TextLink>
      </p>
      <Card>
        <ContractForm {...(await contractFields(channel))} />
      </Card>
    </OfficeFrame>
  );
}
