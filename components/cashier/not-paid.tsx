import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';
import type { CashierView } from '@/lib/payments/cashier-view';
import { BackToMerchant } from './back-to-merchant';
import { FailureReason } from './failure-reason';

/** Nothing is paid and nothing is under way: why, and back to choosing. */
export function NotPaid({ view, token }: { view: CashierView; token: string }) {
  const t = useTranslations('cashier');
  const failure = view.lastFailure;
  return (
    <Message
      mark={failure ? 'bad' : 'info'}
      title={
        failure
          ? t('failure.title', { method: t(`method.${failure.method}.name`) })
          : t('notPaid.title')
      }
      body={failure ? <FailureReason failure={failure} token={token} /> : t('notPaid.body')}
    >
      <LinkButton href={`/pay/${token}`} size="lg" block>
        {t('notPaid.choose')}
      </LinkButton>
      <BackToMerchant url={view.returnUrl} variant="quiet" />
    </Message>
  );
}
