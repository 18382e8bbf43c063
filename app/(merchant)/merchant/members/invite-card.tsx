import { getTranslations } from 'next-intl/server';
import { invitationWords } from '@/app/(auth)/members/invitation-words';
import { Card } from '@/components/ui/card';
import { MERCHANT_ROLES } from '@/lib/core/merchant-permissions';
import { InviteForm } from './invite-form';

/** Asks somebody to join, by a link that whoever asks hands on. */
export async function InviteCard() {
  const t = await getTranslations('members');
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('invite.title')}</h2>
        <p className="text-sm text-soft">{t('invite.lead')}</p>
      </div>
      <InviteForm
        roles={MERCHANT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        words={{ ...(await invitationWords()), role: t('roleName') }}
      />
    </Card>
  );
}
