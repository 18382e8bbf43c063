import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireUser } from '@/lib/auth/require-user';
import { listChannelHealth } from '@/lib/channel-health/list-channel-health';
import { isChannelConfigured } from '@/lib/channels/registry';
import { CONTRACT_CHANNELS } from '@/lib/contracts/contract';
import { OfficeFrame } from '../office-frame';
import { ChannelCard } from './channel-card';
import { HealthCard } from './health-card';
import { JustAgreed } from './just-agreed';

const CHANNEL = z.enum(CONTRACT_CHANNELS);
/** Where a page of merchants begins: an id, or the beginning of one. */
const MERCHANT = z.string().regex(/^[0-9a-z_]{1,64}$/);
const ASKED = { agreed: CHANNEL, added: CHANNEL, closed: CHANNEL, of: CHANNEL, after: MERCHANT };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.channels'))('title') };
}

export default async function ChannelsPage({ searchParams }: { searchParams: Query }) {
  const user = await requireUser('office', '/office/channels');
  const t = await getTranslations('office.channels');
  const asked = await readQuery(searchParams, ASKED);
  const health = await listChannelHealth();
  return (
    <OfficeFrame page="channels" user={user} title={t('title')} lead={t('lead')}>
      <JustAgreed agreed={asked.agreed} added={asked.added} closed={asked.closed} />
      <HealthCard health={health} />
      {CONTRACT_CHANNELS.filter(isChannelConfigured).map((channel) => (
        <ChannelCard
          key={channel}
          channel={channel}
          after={asked.of === channel ? asked.after : undefined}
        />
      ))}
    </OfficeFrame>
  );
}
