import { getTranslations } from 'next-intl/server';
import { sendClaimLinkAction } from '@/app/(cashier)/receipt/claim-action';
import { TokenForm } from '@/components/claim/token-form';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import type { Receipt } from '@/lib/receipts/receipt';
import { mayClaim } from '@/lib/refund-cases/refund-claim-rules';
import type { ShopperCase } from '@/lib/refund-cases/shopper-case';

/** For each refund that waits for an account, or may still get another: the button that texts the link. */
export async function ClaimLinks({ receipt, isPayer }: { receipt: Receipt; isPayer: boolean }) {
  const open = receipt.refunds
    .flatMap(({ parts }) => parts)
    .flatMap(({ transfer }) => (transfer && mayClaim(transfer.state) ? [transfer] : []));
  return open.map((transfer) => (
    <ClaimLink
      key={transfer.refundId}
      orderId={receipt.order.id}
      transfer={transfer}
      isPayer={isPayer}
    />
  ));
}

async function ClaimLink({
  orderId,
  transfer: { refundId, canSendLink, linkSentAt },
  isPayer,
}: {
  orderId: string;
  transfer: ShopperCase;
  isPayer: boolean;
}) {
  const [t, claim] = await Promise.all([
    getTranslations('claim.tracker'),
    getTranslations('claim'),
  ]);
  if (!isPayer || !canSendLink) {
    return <p className="not-on-paper text-sm text-soft">{t(isPayer ? 'noPhone' : 'elsewhere')}</p>;
  }
  return (
    <Card className="not-on-paper grid gap-3">
      <p className="text-sm text-soft">
        {t('sendTo')}
        {linkSentAt ? (
          <>
            {' '}
            {t('lastSent')} <Moment at={linkSentAt} />
          </>
        ) : null}
      </p>
      <TokenForm
        action={sendClaimLinkAction}
        hidden={{ orderId, refundId }}
        words={{
          submit: t(linkSentAt ? 'resend' : 'send'),
          pending: t('sending'),
          done: t('sent'),
          broken: claim('broken'),
        }}
      />
    </Card>
  );
}
