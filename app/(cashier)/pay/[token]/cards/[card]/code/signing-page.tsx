import { getLocale, getTranslations } from 'next-intl/server';
import { maskedTail } from '@/components/cashier/card-words';
import { SigningOver } from '@/components/cashier/signing-over';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';
import { Notice } from '@/components/ui/notice';
import { RefreshMeanwhile } from '@/components/ui/refresh-meanwhile';
import type { AgreementView } from '@/lib/agreements/agreement-view';
import type { Signing } from '@/lib/agreements/get-signing';
import type { CashierView } from '@/lib/payments/cashier-view';
import { CashierScreen } from '../../../cashier-screen';
import { StepPage } from '../../../step-page';
import { CodeStep } from './code-step';

/** Where the signing of a card is: a code to type in, a bank that has not answered, or an end. */
export async function SigningPage({
  view,
  signing,
  card,
  hidden,
  again,
  unsure,
}: {
  view: CashierView;
  signing: Exclude<Signing, { kind: 'active' }>;
  card: AgreementView;
  hidden: { token: string; agreementId: string; for?: string };
  /** The first channel has just said no, and another one has sent its code. */
  again: boolean;
  /** The channel has not answered whether it sent the code. */
  unsure: boolean;
}) {
  const { token } = hidden;
  const t = await getTranslations('cashierCards');
  const bank = (await getLocale()) === 'en' ? card.bank.en : card.bank.zh;
  if (signing.kind === 'over') {
    return (
      <CashierScreen view={view} token={token}>
        <SigningOver reason={signing.reason} token={token} bound={hidden.for !== undefined} />
      </CashierScreen>
    );
  }
  if (signing.kind === 'in_doubt') {
    return (
      <CashierScreen view={view} token={token}>
        <Message mark="waiting" title={t('inDoubt.title')} body={t('inDoubt.body')}>
          <RefreshMeanwhile />
          <LinkButton href={`/pay/${token}`} variant="quiet" block>
            {t('back')}
          </LinkButton>
        </Message>
      </CashierScreen>
    );
  }
  return (
    <StepPage
      view={view}
      token={token}
      title={t('code.title')}
      lead={t('code.forCard', { bank, tail: maskedTail(card.cardTail) })}
    >
      {hidden.for ? <Notice tone="accent">{t('code.another')}</Notice> : null}
      {again ? <Notice tone="warn">{t('code.nextChannel')}</Notice> : null}
      <CodeStep signing={signing} hidden={hidden} unsure={unsure} />
      <LinkButton
        href={hidden.for ? `/pay/${token}` : `/pay/${token}/cards/new`}
        variant="quiet"
        block
      >
        {hidden.for ? t('code.changeWay') : t('code.changeCard')}
      </LinkButton>
    </StepPage>
  );
}
