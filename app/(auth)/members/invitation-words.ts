import { getTranslations } from 'next-intl/server';
import type { InvitationWords } from './invitation-form';

/** What the form of an invitation says, in the reader's language. */
export async function invitationWords(): Promise<InvitationWords> {
  const t = await getTranslations('members');
  return {
    email: t('invite.email'),
    code: t('yourCode'),
    submit: t('invite.submit'),
    done: t('invite.done'),
    copy: t('copy'),
    copied: t('copied'),
    pending: t('pending'),
    broken: t('broken'),
  };
}
