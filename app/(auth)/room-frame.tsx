import { getTranslations } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';
import { ReaderTools } from '@/app/_server/page-frame';
import { FormPlace } from '@/components/ui/form-place';
import { SidebarShell } from '@/components/ui/sidebar-shell';
import { OneButtonForm } from './one-button-form';
import { signOutAction } from './sign-out-actions';

/** What a page of a room says in its frame. */
export interface RoomPage {
  /** The way back up, above the title. */
  crumbs?: ReactNode;
  title: ReactNode;
  lead: ReactNode;
  /** What can be done with all of the page, beside its title. */
  actions?: ReactNode;
  children: ReactNode;
}

type Shell = ComponentProps<typeof SidebarShell>;

/** The frame of a page behind sign-in: the room's pages, who works here and the way out, and what the page is about. */
export async function RoomFrame({
  brand,
  words,
  nav,
  who,
  above,
  place,
  crumbs,
  title,
  lead,
  actions,
  children,
}: Pick<Shell, 'brand' | 'words' | 'nav'> &
  RoomPage & {
    who: ReactNode;
    /** Over the page's title, and no part of the page. */
    above?: ReactNode;
    /** The merchant that the page's forms belong to, where its reader may go to another. */
    place?: string | undefined;
  }) {
  const t = await getTranslations('signIn');
  const foot = (
    <>
      <p className="text-xs wrap-anywhere text-soft">{who}</p>
      <OneButtonForm
        action={signOutAction}
        variant="quiet"
        words={{
          submit: t('signOut.here'),
          pending: t('signOut.pending'),
          broken: t('broken'),
        }}
      />
    </>
  );
  return (
    <SidebarShell brand={brand} words={words} nav={nav} foot={foot} tools={<ReaderTools />}>
      {above}
      <FormPlace place={place}>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pt-2 pb-5">
          <div className="grid min-w-0 gap-1">
            {crumbs}
            <h1 className="text-2xl font-bold wrap-anywhere">{title}</h1>
            <p className="wrap-anywhere text-soft">{lead}</p>
          </div>
          {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">{children}</div>
      </FormPlace>
    </SidebarShell>
  );
}
