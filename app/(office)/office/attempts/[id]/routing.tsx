import { getTranslations } from 'next-intl/server';
import { RoutingTable } from '@/components/office/routing-table';
import { Card } from '@/components/ui/card';
import type { Route } from '@/lib/routing/route';

/** Which channels could have carried it, and why this one did. */
export async function Routing({ routing }: { routing: Route | null }) {
  const t = await getTranslations('office.attempt');
  const ranking = routing?.ranking ?? [];
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('routing')}</h2>
      {ranking.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-soft sm:px-6">{t('routingNone')}</p>
      ) : (
        <RoutingTable ranking={ranking} />
      )}
    </Card>
  );
}
