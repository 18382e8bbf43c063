import { getTranslations } from 'next-intl/server';
import type { FormAction } from '@/app/_server/action';
import { Card } from '@/components/ui/card';
import { PlainForm } from '@/components/wallet/plain-form';
import type { CurrentUser } from '@/lib/auth/user';
import { HandsetLink } from '../handset-link';

/** The first step of two: a code to the owner's phone. A form of its own, so that it needs no script. */
export async function AskForCode({
  action,
  user,
}: {
  action: FormAction<void>;
  user: CurrentUser;
}) {
  const t = await getTranslations('wallet');
  return (
    <Card className="grid gap-2">
      <PlainForm
        action={action}
        fields={[]}
        look={{ variant: 'secondary', block: true }}
        words={{
          submit: t('code.send'),
          pending: t('code.pending'),
          done: t('code.sent', { phone: user.phoneMasked ?? '' }),
          broken: t('broken'),
        }}
      />
      <HandsetLink />
    </Card>
  );
}
