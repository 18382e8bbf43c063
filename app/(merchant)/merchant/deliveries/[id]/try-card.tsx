import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { Notice } from '@/components/ui/notice';
import type { WatchedDelivery } from '@/lib/webhooks/get-delivery';
import { HeadersList } from './headers-list';

/** One try: what the doctor says of it, what was sent and what came back. */
export async function TryCard({
  made,
  number,
}: {
  made: WatchedDelivery['made'][number];
  number: number;
}) {
  const t = await getTranslations('developers.try');
  const doctor = await getTranslations('webhooks.doctor');
  const { status, durationMs, at, diagnosis } = made;
  return (
    <Card className="grid gap-4">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-semibold">
        {t('number', { number })}
        <Badge tone={made.problem ? 'bad' : 'ok'}>{status ?? t('noAnswer')}</Badge>
        <span className="text-sm font-normal text-soft">
          <Moment at={at} /> · {t('duration', { seconds: (durationMs / 1000).toFixed(2) })}
        </span>
      </h2>
      {diagnosis ? (
        <Notice
          tone={diagnosis.kind === 'failure' ? 'bad' : 'warn'}
          title={doctor(`${diagnosis.code}.what`, diagnosis.facts)}
        >
          <p>{doctor(`${diagnosis.code}.todo`, diagnosis.facts)}</p>
          {made.errorCode ? (
            <p className="pt-1 font-mono text-xs text-soft">{made.errorCode}</p>
          ) : null}
        </Notice>
      ) : null}
      <details>
        <summary className="min-h-11 w-fit cursor-pointer py-2.5 font-medium text-accent-text">
          {t('exchange')}
        </summary>
        <div className="grid gap-5 pt-1 lg:grid-cols-2">
          <HeadersList title={t('request')} headers={made.requestHeaders} none={t('nothing')} />
          <div className="grid content-start gap-3">
            <HeadersList title={t('answer')} headers={made.answerHeaders} none={t('nothing')} />
            {made.answerBody ? (
              <pre className="overflow-x-auto rounded-control border border-line bg-ground p-3.5 font-mono text-xs break-all whitespace-pre-wrap">
                <code>{made.answerBody}</code>
              </pre>
            ) : null}
          </div>
        </div>
      </details>
    </Card>
  );
}
