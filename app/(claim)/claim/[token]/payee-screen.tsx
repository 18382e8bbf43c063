import { getTranslations } from 'next-intl/server';
import { PayeeForm } from '@/components/claim/payee-form';
import { TokenForm } from '@/components/claim/token-form';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { type ClaimView, NAME_REASONS } from '@/lib/refund-cases/claim';
import { namePayeeAction } from './actions';
import { ClaimFrame } from './claim-frame';
import { recogniseAction } from './recognise-action';

/** Where the money goes: a debit card, or the payer's own balance where a contract allows one. */
export async function PayeeScreen({
  claim,
  token,
  updated = false,
}: {
  claim: ClaimView;
  token: string;
  updated?: boolean;
}) {
  const t = await getTranslations('claim');
  const named = claim.own?.payee && !claim.own.payee.forgottenAt;
  const form = { submit: t('payee.submit'), pending: t('payee.pending'), broken: t('broken') };
  return (
    <ClaimFrame claim={claim} at="payee">
      {updated ? <Notice tone="warn">{t('updated')}</Notice> : null}
      {claim.own?.again ? <Notice tone="warn">{t(`payee.${claim.own.again}`)}</Notice> : null}
      <Card className="grid gap-4">
        <h2 className="text-lg font-semibold">{named ? t('payee.change') : t('payee.title')}</h2>
        <p className="text-soft">{t('payee.lead')}</p>
        <PayeeForm
          action={namePayeeAction}
          recognise={recogniseAction}
          token={token}
          reasons={[
            { value: '', label: t('payee.reasonNone') },
            ...NAME_REASONS.map((value) => ({ value, label: t(`payee.reasons.${value}`) })),
          ]}
          words={{
            ...form,
            number: t('payee.number'),
            numberHint: t('payee.numberHint'),
            name: t('payee.name'),
            idNo: t('payee.idNo'),
            phone: t('payee.phone'),
            phoneHint: t('payee.phoneHint'),
            reason: t('payee.reason'),
            privacy: t('payee.privacy'),
          }}
        />
      </Card>
      {claim.own?.mayUseBalance ? (
        <Card className="grid gap-4">
          <h2 className="text-lg font-semibold">{t('payee.balanceTitle')}</h2>
          <p className="text-soft">{t('payee.balanceLead')}</p>
          <TokenForm
            action={namePayeeAction}
            hidden={{ token, to: 'balance' }}
            look={{ variant: 'secondary' }}
            words={{ ...form, submit: t('payee.balance') }}
          />
        </Card>
      ) : null}
      {named ? (
        <LinkButton href={`/claim/${token}`} variant="quiet" block>
          {t('payee.keep')}
        </LinkButton>
      ) : null}
    </ClaimFrame>
  );
}
