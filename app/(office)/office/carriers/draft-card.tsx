import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { CataloguePreviewTable } from '@/components/office/catalogue-preview-table';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Moment } from '@/components/ui/moment';
import { Notice } from '@/components/ui/notice';
import { getCatalogueDraft } from '@/lib/carriers/get-catalogue-draft';
import { isRefusal } from '@/lib/core/errors';
import { ApplyForm } from './apply-form';

/** What the file that was just sent would do, and the button that does it. */
export async function DraftCard({ draftId }: { draftId: string }) {
  const t = await getTranslations('officeCarriers.draft');
  const draft = await getCatalogueDraft({ draftId, by: await staffHere() }).catch(
    (error: unknown) => {
      if (isRefusal(error)) return undefined;
      throw error;
    },
  );
  if (!draft) return <Notice tone="warn">{t('gone')}</Notice>;
  const { preview, kind, createdAt } = draft;
  const changes = preview.added + preview.changed + preview.ended;
  const faulty = preview.problems.length > 0;
  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t(`title.${kind}`)}</h2>
        <p className="text-sm text-soft">
          {t('sent')} <Moment at={createdAt} />
        </p>
      </div>
      <p className="tabular-nums">
        {t('counts', {
          added: preview.added,
          changed: preview.changed,
          ended: preview.ended,
          unchanged: preview.unchanged,
        })}
      </p>
      {preview.ended > 0 ? <Notice tone="warn">{t(`ends.${kind}`)}</Notice> : null}
      <CataloguePreviewTable preview={preview} />
      {faulty ? <p className="text-sm text-soft">{t('faulty')}</p> : null}
      {!faulty && changes === 0 ? <p className="text-sm text-soft">{t('nothing')}</p> : null}
      <div className="flex flex-wrap items-start gap-3">
        {!faulty && changes > 0 ? (
          <ApplyForm
            draftId={draftId}
            words={{ submit: t('apply'), pending: t('applying'), broken: t('broken') }}
          />
        ) : null}
        <LinkButton href="/office/carriers" variant="quiet">
          {t('leave')}
        </LinkButton>
      </div>
    </Card>
  );
}
