import { getTranslations } from 'next-intl/server';
import { readHostScript } from '@/app/_server/read-host';
import { faultWords } from '@/components/cashier/fault-words';
import { LaunchHost } from '@/components/cashier/launch-host';
import { NextStepButton } from '@/components/cashier/next-step';
import type { ButtonVariant } from '@/components/ui/button-class';
import { LinkButton } from '@/components/ui/link-button';
import type { CashierView } from '@/lib/payments/cashier-view';
import { hostResultAction } from './host-actions';

/** What the shopper does next about the live attempt; nothing where there is only waiting to do. */
export async function Onward({
  live,
  token,
  label,
  variant,
  startKey,
}: {
  live: NonNullable<CashierView['live']>;
  token: string;
  label: string;
  /** The first thing to do, unless said otherwise. */
  variant?: ButtonVariant;
  /** Set where the shopper is on the way: the step is then taken by itself, once. */
  startKey?: string;
}) {
  const step = live.nextStep;
  switch (step?.type) {
    case 'post-form':
    case 'redirect':
      return <NextStepButton step={step} label={label} variant={variant} autoPostKey={startKey} />;
    case 'show-qr':
      return (
        <LinkButton href={`/pay/${token}/go`} variant={variant} size="lg" block>
          {label}
        </LinkButton>
      );
    case 'launch-control': {
      const t = await getTranslations('cashier');
      const script = await readHostScript();
      const { tn, mode } = step;
      const words = {
        start: label,
        pending: t('launch.pending'),
        ...faultWords(t),
        offline: t('launch.offline'),
      };
      return (
        <LaunchHost
          launch={{ tn, mode }}
          token={token}
          upsdkUrl={script?.kind === 'upsdk' ? script.url : null}
          report={hostResultAction}
          words={words}
          variant={variant}
          autoStartKey={startKey}
        />
      );
    }
    default:
      return null;
  }
}
