import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { Notice } from '@/components/ui/notice';
import type { Signing } from '@/lib/merchants/get-signing';
import { MOST_LIVE_SM2_KEYS } from '@/lib/merchants/rules';
import { RevokeForm } from '../keys/revoke-form';
import { AddKeyForm } from './add-key-form';

/** The merchant's own public keys, two at a time; the private ones it keeps to itself. */
export async function Sm2KeysCard({ keys }: Pick<Signing, 'keys'>) {
  const [t, members] = await Promise.all([
    getTranslations('paymentLinks.signatures'),
    getTranslations('members'),
  ]);
  const words = {
    code: members('yourCode'),
    pending: members('pending'),
    broken: members('broken'),
  };
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('keys.title')}</h2>
        <p className="text-sm text-soft">{t('keys.lead')}</p>
      </div>
      {keys.length === 0 ? <p className="text-sm text-soft">{t('keys.none')}</p> : null}
      <ul aria-label={t('keys.title')} className="divide-y divide-line">
        {keys.map(({ id, publicKey, createdAt }) => (
          <li key={id} className="grid gap-1 py-3">
            <code className="font-mono text-sm font-medium break-all">{id}</code>
            <code className="font-mono text-xs break-all text-soft">{publicKey}</code>
            <p className="text-sm text-soft">
              {t('keys.added')} <Moment at={createdAt} />
            </p>
            <RevokeForm
              kind="sm2"
              keyId={id}
              words={{
                ...words,
                open: t('keys.revoke'),
                openThis: t('keys.revokeThis', { id }),
                lead: t('keys.revokeLead'),
                submit: t('keys.revokeConfirm'),
              }}
            />
          </li>
        ))}
      </ul>
      {keys.length < MOST_LIVE_SM2_KEYS ? (
        <AddKeyForm
          words={{
            ...words,
            key: t('keys.key'),
            keyHint: t('keys.keyHint'),
            submit: t('keys.add'),
          }}
        />
      ) : (
        <Notice>{t('keys.full')}</Notice>
      )}
    </Card>
  );
}
