import { getTranslations } from 'next-intl/server';
import { BulkPlan } from '@/components/office/bulk-plan';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { type BulkRequest, checkBulk } from '@/lib/support/check-bulk';
import { MOST_AT_ONCE } from '@/lib/support/queue-rules';
import { BulkRun } from './bulk-run';
import { bulkWords } from './bulk-words';

/** Exactly what a confirmation would do. */
export async function DryRun(request: BulkRequest & { toName: string }) {
  const { queue, action, ids, to, toName } = request;
  const t = await getTranslations('officeQueues');
  const plan = await checkBulk(request);
  const able = plan.filter(({ skip }) => skip === null);
  const names = Object.fromEntries(
    plan.map(({ id, row }) => [
      id,
      row ? `${t(`kind.${row.kind}`)} ${row.merchantOrderNo ?? row.id}` : id,
    ]),
  );
  const fields = {
    ...{ queue, action, ids: plan.map(({ id }) => id).join(',') },
    ...(action === 'assign' && to ? { to } : {}),
  };
  return (
    <>
      {ids.length > MOST_AT_ONCE ? (
        <Notice tone="warn">{t('bulk.most', { most: MOST_AT_ONCE })}</Notice>
      ) : null}
      <Card flush>
        <BulkRun
          fields={able.length > 0 ? fields : null}
          names={names}
          words={await bulkWords(able.length)}
          withNote={action === 'assign'}
        >
          <BulkPlan
            plan={plan}
            names={names}
            willDo={t(`bulk.willDo.${action}`, { name: toName })}
          />
        </BulkRun>
      </Card>
    </>
  );
}
