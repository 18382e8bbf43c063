import { getTranslations } from 'next-intl/server';
import { EndpointBadge } from '@/components/merchant/endpoint-badge';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { listOwnEndpoints } from '@/lib/merchants/list-own-endpoints';

/** All addresses that a merchant's events go to, with how each stands. */
export async function OwnEndpoints({ merchantId }: { merchantId: string }) {
  const t = await getTranslations('developers.endpoints');
  const endpoints = await listOwnEndpoints(merchantId);
  if (endpoints.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  return (
    <Card flush className="py-2">
      <Table
        label={t('title')}
        head={
          <>
            <ColumnHead>{t('url')}</ColumnHead>
            <ColumnHead>{t('topics')}</ColumnHead>
            <ColumnHead>{t('state')}</ColumnHead>
            <ColumnHead>{t('created')}</ColumnHead>
          </>
        }
      >
        {endpoints.map((endpoint) => (
          <tr key={endpoint.id} className="hover:bg-ground">
            <RowHead className="min-w-56 font-normal break-all">
              <TextLink href={`/merchant/endpoints/${endpoint.id}`}>{endpoint.url}</TextLink>
            </RowHead>
            <Cell>
              {endpoint.topics.length === 0
                ? t('everything')
                : t('some', { count: endpoint.topics.length })}
            </Cell>
            <Cell>
              <EndpointBadge endpoint={endpoint} />
            </Cell>
            <Cell>
              <Moment at={endpoint.createdAt} />
            </Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}
