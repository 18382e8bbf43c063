import { getTranslations } from 'next-intl/server';
import { ClaimCodeForm } from '@/components/claim/code-form';
import { TokenForm } from '@/components/claim/token-form';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { env } from '@/lib/core/env';
import type { ClaimView } from '@/lib/refund-cases/claim';
import { proveAction, resendCodeAction } from '../actions';
import { ClaimFrame } from '../claim-frame';

/** The code that went to the payer's phone, and another one where it did not come. */
export async function CodeScreen({ claim, token }: { claim: ClaimView; token: string }) {
  const t = await getTranslations('claim');
  const { CASHIER_ENV, SANDBOX_ORIGIN } = env();
  const handset = CASHIER_ENV !== 'production' && SANDBOX_ORIGIN;
  const phone = claim.phoneMasked;
  const broken = t('broken');
  return (
    <ClaimFrame claim={claim} at="prove">
      <Card className="grid gap-4">
        <h2 className="text-lg font-semibold">{t('prove.codeTitle')}</h2>
        <p className="text-soft">{phone ? t('prove.sentTo', { phone }) : t('prove.sentToKnown')}</p>
        <ClaimCodeForm
          action={proveAction}
          token={token}
          words={{
            code: t('prove.code'),
            codeHint: t('prove.codeHint'),
            submit: t('prove.submit'),
            pending: t('prove.pending'),
            broken,
          }}
        />
      </Card>
      <TokenForm
        action={resendCodeAction}
        hidden={{ token }}
        look={{ variant: 'quiet', size: 'md' }}
        words={{
          submit: t('prove.resend'),
          pending: t('prove.sending'),
          done: t('prove.resent'),
          broken,
        }}
      />
      {handset ? (
        <LinkButton href={`${handset}/handset`} target="_blank" rel="noopener" variant="quiet">
          {t('prove.handset')}
        </LinkButton>
      ) : null}
    </ClaimFrame>
  );
}
