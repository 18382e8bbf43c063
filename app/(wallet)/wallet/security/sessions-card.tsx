import { getTranslations } from 'next-intl/server';
import { OneButtonForm } from '@/app/(auth)/one-button-form';
import { signOutEverywhereAction } from '@/app/(auth)/sign-out-actions';
import { Card } from '@/components/ui/card';

/** Out of every browser at once. */
export async function SessionsCard() {
  const t = await getTranslations();
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('wallet.security.sessions')}</h2>
        <p className="text-sm text-soft">{t('wallet.security.sessionsBody')}</p>
      </div>
      <OneButtonForm
        action={signOutEverywhereAction}
        variant="secondary"
        block
        words={{
          submit: t('signIn.signOut.everywhere'),
          pending: t('signIn.signOut.pending'),
          broken: t('signIn.broken'),
        }}
      />
    </Card>
  );
}
