import { getTranslations } from 'next-intl/server';
import { TokenForm } from '@/components/claim/token-form';
import { Card } from '@/components/ui/card';
import type { ClaimView } from '@/lib/refund-cases/claim';
import { proveAction, requestCodeAction } from './actions';
import { ClaimFrame } from './claim-frame';

/** Before anything can be named: a code to the payer's phone, or this browser once support has checked who it is. */
export async function ProveScreen({ claim, token }: { claim: ClaimView; token: string }) {
  const t = await getTranslations('claim');
  const byCode = claim.proof === 'phone_code';
  const phone = claim.phoneMasked;
  return (
    <ClaimFrame claim={claim} at="prove">
      <Card className="grid gap-4">
        <h2 className="text-lg font-semibold">{t('prove.title')}</h2>
        <p className="text-soft">
          {byCode
            ? phone
              ? t('prove.sendTo', { phone })
              : t('prove.sendToKnown')
            : t('prove.checked')}
        </p>
        <TokenForm
          action={byCode ? requestCodeAction : proveAction}
          hidden={{ token }}
          words={{
            submit: byCode ? t('prove.send') : t('prove.begin'),
            pending: byCode ? t('prove.sending') : t('prove.pending'),
            broken: t('broken'),
          }}
        />
      </Card>
    </ClaimFrame>
  );
}
