import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { langOf } from '@/components/ui/lang-of';
import { Moment } from '@/components/ui/moment';
import { RevokeForm } from './revoke-form';

/** One live key, and the way to revoke it. */
export async function KeyRow({
  kind,
  id,
  title,
  code,
  createdAt,
  madeBy,
  children,
}: {
  kind: 'api' | 'link';
  id: string;
  title?: string;
  /** What is shown of it. */
  code: string;
  createdAt: Date;
  madeBy: string | null;
  children: ReactNode;
}) {
  const t = await getTranslations('members.keys');
  const members = await getTranslations('members');
  return (
    <li className="grid gap-1 py-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {title ? (
          <span lang={langOf(title)} className="font-medium wrap-anywhere">
            {title}
          </span>
        ) : null}
        <code className="font-mono text-sm break-all">{code}</code>
      </p>
      <p className="flex flex-wrap gap-x-4 text-sm text-soft">
        <span>
          {t('created')} <Moment at={createdAt} />
        </span>
        {madeBy ? (
          <span>
            {t('by')} <span lang={langOf(madeBy)}>{madeBy}</span>
          </span>
        ) : null}
        {children ? <span>{children}</span> : null}
      </p>
      <RevokeForm
        kind={kind}
        keyId={id}
        words={{
          open: t('revoke.open'),
          openThis: t('revoke.this', { what: code }),
          lead: t('revoke.lead'),
          code: members('yourCode'),
          submit: t('revoke.confirm'),
          pending: members('pending'),
          broken: members('broken'),
        }}
      />
    </li>
  );
}
