import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageFrame } from '@/app/_server/page-frame';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { currentUser } from '@/lib/auth/current-user';
import { goesOnTo, type Role } from '@/lib/auth/rules';
import { SignedIn } from '../signed-in';

/** The form for those who are not signed in as one of `roles`; who they are for the others. */
export async function SignInPage({
  title,
  lead,
  roles,
  next,
  children,
  below,
}: {
  title: string;
  lead: string;
  roles: readonly Role[];
  next?: string;
  children: ReactNode;
  below?: ReactNode;
}) {
  const t = await getTranslations();
  const user = await currentUser();
  const target = goesOnTo(user?.role, roles, next);
  return (
    <PageFrame brand={t('common.product')} width="narrow">
      <div className="grid gap-2 pt-6 pb-5">
        <h1 className="text-2xl font-bold">
          {target === undefined ? title : t('signIn.signedIn.title')}
        </h1>
        {target === undefined ? <p className="text-soft">{lead}</p> : null}
      </div>
      {user && target === undefined ? (
        <Notice tone="warn" className="mb-4">
          {t('signIn.otherAccount', { who: user.phoneMasked ?? user.displayName })}
        </Notice>
      ) : null}
      {user && target !== undefined ? (
        <SignedIn user={user} target={target} />
      ) : (
        <Card>{children}</Card>
      )}
      {below ? <div className="grid justify-items-center gap-1 pt-5 text-sm">{below}</div> : null}
    </PageFrame>
  );
}
