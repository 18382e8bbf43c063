import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import type { CurrentUser } from '@/lib/auth/user';
import { OneButtonForm } from './one-button-form';
import { GoOn } from './sign-in/go-on';
import { signOutAction, signOutEverywhereAction } from './sign-out-actions';

/** Who is signed in on this browser, where that leads, and how to end it. */
export async function SignedIn({ user, target }: { user: CurrentUser; target: string }) {
  const t = await getTranslations('signIn');
  const broken = t('broken');
  return (
    <Card className="grid gap-5">
      <DescriptionList
        items={[
          { term: t('signedIn.as'), detail: user.phoneMasked ?? user.displayName },
          { term: t('signedIn.role'), detail: t(`role.${user.role}`) },
        ]}
      />
      <GoOn to={target} />
      <LinkButton href={target} size="lg" block>
        {t('signedIn.continue')}
      </LinkButton>
      <OneButtonForm
        action={signOutAction}
        variant="secondary"
        block
        words={{ submit: t('signOut.here'), pending: t('signOut.pending'), broken }}
      />
      <OneButtonForm
        action={signOutEverywhereAction}
        variant="quiet"
        block
        words={{ submit: t('signOut.everywhere'), pending: t('signOut.pending'), broken }}
      />
    </Card>
  );
}
