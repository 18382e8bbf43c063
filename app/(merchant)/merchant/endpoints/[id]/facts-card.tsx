import { getTranslations } from 'next-intl/server';
import { EndpointBadge } from '@/components/merchant/endpoint-badge';
import { Card } from '@/components/ui/card';
import { type Description, DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { Moment } from '@/components/ui/moment';
import type { WebhookEndpoint } from '@/lib/merchants/endpoint';
import { sendTestAction, switchEndpointAction } from './actions';
import { EndpointButton } from './endpoint-button';

/** How the endpoint stands and why, and what can be done about it. */
export async function FactsCard({
  endpoint,
  mayChange,
}: {
  endpoint: WebhookEndpoint;
  mayChange: boolean;
}) {
  const t = await getTranslations('developers.endpoints');
  const isOff = endpoint.disabledAt !== null;
  const words = { pending: t('pending'), broken: t('broken') };
  return (
    <Card className="grid gap-5">
      <DescriptionList items={await factsOf(endpoint)} />
      <div className="flex flex-wrap items-start gap-3">
        {mayChange ? (
          <>
            <EndpointButton
              action={sendTestAction}
              endpointId={endpoint.id}
              words={{ ...words, submit: t('test') }}
            />
            <EndpointButton
              action={switchEndpointAction}
              endpointId={endpoint.id}
              to={isOff ? 'on' : 'off'}
              words={{ ...words, submit: isOff ? t('switchOn') : t('switchOff') }}
            />
          </>
        ) : null}
        <LinkButton href={`/merchant/deliveries?endpoint=${endpoint.id}`} variant="quiet">
          {t('ownLog')}
        </LinkButton>
        {mayChange && !isOff ? (
          <LinkButton href={`/merchant/deliveries/resend?endpoint=${endpoint.id}`} variant="quiet">
            {t('resend')}
          </LinkButton>
        ) : null}
      </div>
      <p className="text-sm text-faint">{isOff ? t('offHint') : t('testHint')}</p>
    </Card>
  );
}

async function factsOf(endpoint: WebhookEndpoint): Promise<Description[]> {
  const t = await getTranslations('developers.endpoints');
  const reasons = await getTranslations('webhooks.reason');
  const { disabledAt, disabledReason, failingSince, pausedUntil, probeAt, previousUntil } =
    endpoint;
  const moments: [string, Date | null][] = [
    [t('offSince'), disabledAt],
    [t('probeAt'), probeAt],
    [t('failingSince'), failingSince],
    [t('pausedUntil'), pausedUntil],
    [t('previousUntil'), previousUntil],
    [t('created'), endpoint.createdAt],
  ];
  return [
    {
      term: t('state'),
      detail: (
        <>
          <EndpointBadge endpoint={endpoint} />
          {disabledReason ? <span className="block">{reasons(disabledReason)}</span> : null}
        </>
      ),
    },
    {
      term: t('topics'),
      detail:
        endpoint.topics.length === 0 ? (
          t('everything')
        ) : (
          <code className="text-xs">{endpoint.topics.join(' ')}</code>
        ),
    },
    ...moments.flatMap(([term, at]) => (at ? [{ term, detail: <Moment at={at} /> }] : [])),
    { term: t('id'), detail: <code className="text-xs">{endpoint.id}</code> },
  ];
}
