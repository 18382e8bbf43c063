import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Description, DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import type { Tone } from '@/components/ui/tone';
import { formatMoney } from '@/lib/money/format-money';
import type { Receipt, ReceiptRefund, RefundProgress } from '@/lib/receipts/receipt';
import { NumberText } from './receipt-facts';
import { RefundSteps } from './refund-steps';
import { refundWord } from './refund-word';
import { TransferProgress } from './transfer-progress';

const TONE: Record<RefundProgress, Tone> = {
  asked: 'warn',
  declined: 'neutral',
  requested: 'neutral',
  processing: 'accent',
  returned: 'ok',
  failed: 'bad',
};

/** What of the payment goes back, how far it is, where it goes and when it may be expected there. */
export function Refunds({
  receipt: { refunds, refunded },
  isPayer,
}: {
  receipt: Receipt;
  isPayer: boolean;
}) {
  const t = useTranslations('receipt.refunds');
  return (
    <section className="grid gap-4 border-t border-line pt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft tabular-nums">
          {t('sum')} {formatMoney(refunded)}
        </p>
      </div>
      <ul className="grid gap-4">
        {refunds.map((refund) => (
          <li key={refund.id} className="grid gap-3">
            <Refund refund={refund} isPayer={isPayer} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Refund({ refund, isPayer }: { refund: ReceiptRefund; isPayer: boolean }) {
  const t = useTranslations('receipt.refunds');
  const transferred = useTranslations('claim.tracker');
  const { progress, parts, endedAt } = refund;
  const items: Description[] = [
    ...parts.map((part) => ({
      term: part.transfer ? transferred('to') : t(`to.${part.to}`),
      detail: (
        <>
          {formatMoney(part.amount)}
          {parts.length > 1 ? ` · ${t(`progress.${part.progress}`)}` : ''}
        </>
      ),
    })),
    { term: t('requestedAt'), detail: <Moment at={refund.requestedAt} /> },
    ...(endedAt ? [{ term: t('endedAt'), detail: <Moment at={endedAt} /> }] : []),
    ...(refund.declineReason ? [{ term: t('declineReason'), detail: refund.declineReason }] : []),
    ...(refund.merchantRefundNo
      ? [{ term: t('number'), detail: <NumberText>{refund.merchantRefundNo}</NumberText> }]
      : []),
  ];
  const isTransferred = parts.some(({ transfer }) => transfer);
  // Where a part is still on its way, the payer wants to know when; the same sentence once.
  const awaited = parts
    .filter((part) => part.progress !== 'failed' && part.progress !== 'declined' && !part.transfer)
    .map(({ to }) => t(`usual.${to}`));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="font-semibold tabular-nums">{formatMoney(refund.amount)}</p>
        <Badge tone={TONE[progress]}>{t(`progress.${refundWord(refund)}`)}</Badge>
      </div>
      {progress === 'failed' || progress === 'declined' || isTransferred ? null : (
        <RefundSteps progress={progress} />
      )}
      {parts
        .filter((part) => part.progress === 'failed' && !part.transfer)
        .map(({ to, amount }) => (
          <p key={to} className="text-sm text-warn">
            {t('failed', { to: t(`to.${to}`), amount: formatMoney(amount) })}
          </p>
        ))}
      <DescriptionList items={items} />
      {parts.map(({ transfer }) =>
        transfer ? (
          <TransferProgress key={transfer.refundId} transfer={transfer} isPayer={isPayer} />
        ) : null,
      )}
      {[...new Set(awaited)].map((words) => (
        <p key={words} className="text-sm text-soft">
          {words}
        </p>
      ))}
    </>
  );
}
