import { getTranslations } from 'next-intl/server';
import { LineRoutingTable } from '@/components/office/line-routing-table';
import { RoutingTable } from '@/components/office/routing-table';
import { Card } from '@/components/ui/card';
import { listLines } from '@/lib/carriers/list-lines';
import type { Route } from '@/lib/routing/route';

/** Which channels, or which lines of a carrier, could have carried it, and why this one did. */
export async function Routing({ routing }: { routing: Route | null }) {
  const t = await getTranslations('office.attempt');
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('routing')}</h2>
      {await rankingOf(routing, t('routingNone'))}
    </Card>
  );
}

async function rankingOf(routing: Route | null, none: string) {
  if (routing?.lines) {
    const names = new Map((await listLines()).map(({ id, name }) => [id, name]));
    return <LineRoutingTable lines={routing.lines} names={names} />;
  }
  const ranking = routing?.ranking ?? [];
  return ranking.length === 0 ? (
    <p className="px-5 pb-5 text-sm text-soft sm:px-6">{none}</p>
  ) : (
    <RoutingTable ranking={ranking} />
  );
}
