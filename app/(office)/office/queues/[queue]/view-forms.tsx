import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/ui/text-link';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { listSavedViews } from '@/lib/support/list-saved-views';
import type { QueueName } from '@/lib/support/queue';
import { MOST_VIEWS } from '@/lib/support/view-rules';
import { KeepViewForm } from './keep-view-form';
import { queueHref } from './read-queue';
import { RemoveViewForm } from './remove-view-form';

/** One's own views of this queue, and the form that makes another. */
export async function ViewForms({
  queue,
  kept,
  user,
}: {
  queue: QueueName;
  kept: Readonly<Record<string, string>>;
  user: StaffActor;
}) {
  const t = await getTranslations('officeQueues.views');
  const views = (await listSavedViews({ by: user })).filter((view) => view.queue === queue);
  return (
    <details className="rounded-card bg-card px-5 py-1 shadow-card">
      <summary className="py-2.5 font-medium text-accent-text">{t('title')}</summary>
      <div className="grid gap-4 pt-2 pb-4">
        <KeepViewForm
          path={queueHref(queue, kept)}
          words={{
            name: t('name'),
            hint: t('hint', { most: MOST_VIEWS }),
            save: t('save'),
            saving: t('saving'),
            broken: t('broken'),
          }}
        />
        {views.length > 0 ? (
          <section aria-label={t('list')}>
            <h2 className="font-semibold">{t('list')}</h2>
            <ul>
              {views.map(({ id, name, path }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-x-4">
                  <TextLink href={path}>{name}</TextLink>
                  <RemoveViewForm
                    viewId={id}
                    words={{
                      remove: t('remove', { name }),
                      removing: t('removing'),
                      broken: t('broken'),
                    }}
                  />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </details>
  );
}
