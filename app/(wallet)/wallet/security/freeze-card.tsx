import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PlainForm } from '@/components/wallet/plain-form';
import type { Wallet } from '@/lib/wallets/wallet';
import { freezeAction } from './actions';

/** One press to freeze; the way back is longer. */
export async function FreezeCard({ state }: { state: Wallet['state'] }) {
  const t = await getTranslations('wallet');
  const frozen = state === 'frozen';
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">
          {t(frozen ? 'security.unfreeze' : 'security.freeze')}
        </h2>
        <p className="text-sm text-soft">
          {t(frozen ? 'security.unfreezeBody' : 'security.freezeBody')}
        </p>
      </div>
      {frozen ? (
        <LinkButton href="/wallet/security/unfreeze" block>
          {t('security.unfreezeOpen')}
        </LinkButton>
      ) : (
        <PlainForm
          action={freezeAction}
          fields={[]}
          look={{ variant: 'danger', block: true }}
          words={{
            submit: t('security.freezeNow'),
            pending: t('security.freezing'),
            broken: t('broken'),
          }}
        />
      )}
    </Card>
  );
}
