import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageFrame } from '@/app/_server/page-frame';

/** The frame of the pages where the owner of a phone looks after what is charged to it. */
export async function SubscriptionsFrame({
  title,
  lead,
  children,
}: {
  title: ReactNode;
  lead: ReactNode;
  children: ReactNode;
}) {
  const t = await getTranslations('common');
  return (
    <PageFrame brand={t('product')} width="narrow">
      <div className="grid gap-2 pt-6 pb-5">
        <h1 className="text-2xl font-bold">{title}</h1>
        <p className="text-soft">{lead}</p>
      </div>
      <div className="grid gap-4">{children}</div>
    </PageFrame>
  );
}
