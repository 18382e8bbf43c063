import { getTranslations } from 'next-intl/server';
import { ChannelHealthTable } from '@/components/office/channel-health-table';
import { Card } from '@/components/ui/card';
import type { ChannelHealth } from '@/lib/channel-health/health';

/** How each channel has been answering lately. */
export async function HealthCard({ health }: { health: readonly ChannelHealth[] }) {
  const t = await getTranslations('office.channels');
  return (
    <Card flush>
      <div className="grid gap-1 p-5 sm:p-6">
        <h2 className="text-lg font-semibold">{t('health')}</h2>
        <p className="text-sm text-soft">{health.length === 0 ? t('noCalls') : t('healthLead')}</p>
      </div>
      {health.length === 0 ? null : <ChannelHealthTable health={health} />}
    </Card>
  );
}
