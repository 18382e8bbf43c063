import { getTranslations } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';
import { PageFrame } from '@/app/_server/page-frame';
import type { CurrentUser } from '@/lib/auth/user';
import { OneButtonForm } from './one-button-form';
import { signOutAction } from './sign-out-actions';

/** The frame of a room behind sign-in: whose room it is, and the way out. */
export async function RoomFrame({
  user,
  title,
  lead,
  nav,
  width,
  children,
}: {
  user: CurrentUser;
  title: ReactNode;
  lead: ReactNode;
  /** The way to the room's other pages. */
  nav?: ReactNode;
  width?: ComponentProps<typeof PageFrame>['width'];
  children: ReactNode;
}) {
  const t = await getTranslations();
  const signOut = (
    <OneButtonForm
      action={signOutAction}
      variant="quiet"
      words={{
        submit: t('signIn.signOut.here'),
        pending: t('signIn.signOut.pending'),
        broken: t('signIn.broken'),
      }}
    />
  );
  return (
    <PageFrame brand={t('common.product')} tools={signOut} width={width}>
      {nav}
      <div className="grid gap-1 pt-4 pb-5">
        <p className="text-sm text-soft">{user.displayName}</p>
        <h1 className="text-2xl font-bold">{title}</h1>
        <p className="text-soft">{lead}</p>
      </div>
      <div className="grid gap-4">{children}</div>
    </PageFrame>
  );
}
