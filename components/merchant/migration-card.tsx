import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Moment } from '@/components/ui/moment';
import type { AgreementMigration } from '@/lib/agreement-migrations/migration';
import { ProgressBar } from './progress-bar';

/** One file: how far it has come, and what came of it. */
export function MigrationCard({ migration }: { migration: AgreementMigration }) {
  const t = useTranslations('merchant.migrations');
  const { id, state, rows, signed, rejected, createdAt, finishedAt } = migration;
  const shown = state === 'done' ? 'done' : state === 'running' ? 'running' : 'ready';
  const done = signed + rejected;
  return (
    <Card className="grid gap-4" aria-labelledby={`${id}-title ${id}-number`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <h2 id={`${id}-title`} className="font-semibold">
          <Moment at={createdAt} />
        </h2>
        <Badge tone={shown === 'done' ? 'ok' : 'accent'}>{t(`state.${shown}`)}</Badge>
      </div>
      <code id={`${id}-number`} className="font-mono text-xs text-soft wrap-anywhere">
        {id}
      </code>
      <ProgressBar
        label={t('progress')}
        done={done}
        total={rows}
        detail={t('counts', { rows, signed, rejected, left: rows - done })}
      />
      {finishedAt ? (
        <p className="text-sm text-soft">
          {t('finished')} <Moment at={finishedAt} />
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {signed > 0 ? (
          <LinkButton
            href={`/merchant/migrations/${id}/agreements.csv`}
            variant="secondary"
            download
          >
            {t('agreements')}
          </LinkButton>
        ) : null}
        {rejected > 0 ? (
          <LinkButton href={`/merchant/migrations/${id}/rejects.csv`} variant="secondary" download>
            {t('rejects')}
          </LinkButton>
        ) : null}
      </div>
    </Card>
  );
}
