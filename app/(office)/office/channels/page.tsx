import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { listChannelHealth } from '@/lib/channel-health/list-channel-health';
import { listMaintenance } from '@/lib/channel-health/list-maintenance';
import { isChannelConfigured } from '@/lib/channels/registry';
import { CONTRACT_CHANNELS } from '@/lib/contracts/contract';
import { mayDo } from '@/lib/core/staff-permissions';
import { findLiveMark } from '@/lib/support/find-live-mark';
import { Live } from '../live';
import { OfficeFrame } from '../office-frame';
import { CHANNELS_QUERY } from './asked';
import { ChannelCard } from './channel-card';
import { HealthCard } from './health-card';
import { JustAgreed } from './just-agreed';
import { MaintenanceCard } from './maintenance-card';
import { OverridesCard } from './overrides-card';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.channels'))('title') };
}

export default async function ChannelsPage({ searchParams }: { searchParams: Query }) {
  const user = await requireStaff('/office/channels', 'channel.read');
  const t = await getTranslations('office.channels');
  // Before the rest: what changes in between is drawn anew.
  const mark = await findLiveMark({ subject: { type: 'channels', id: 'all' }, by: user });
  const asked = await readQuery(searchParams, CHANNELS_QUERY);
  const [health, planned] = await Promise.all([
    listChannelHealth({ by: user }),
    listMaintenance({ by: user }),
  ]);
  const channels = CONTRACT_CHANNELS.filter(isChannelConfigured);
  return (
    <OfficeFrame page="channels" user={user} title={t('title')} lead={t('lead')}>
      <Live subject="channels:all" mark={mark ?? ''} />
      <JustAgreed agreed={asked.agreed} added={asked.added} closed={asked.closed} />
      <HealthCard health={health} />
      <OverridesCard health={health} user={user} done={asked.breaker} />
      <MaintenanceCard
        planned={planned}
        channels={channels}
        mayPlan={mayDo(user.staffRole, 'maintenance.plan')}
        done={asked.planned ? 'planned' : asked.cancelled ? 'cancelled' : null}
      />
      {channels.map((channel) => (
        <ChannelCard
          key={channel}
          channel={channel}
          after={asked.of === channel ? asked.after : undefined}
          mayChange={mayDo(user.staffRole, 'contract.change')}
        />
      ))}
    </OfficeFrame>
  );
}
