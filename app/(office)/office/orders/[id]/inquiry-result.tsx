import { getTranslations } from 'next-intl/server';
import type { StaffUser } from '@/app/_server/staff';
import { PaymentState } from '@/components/payments/payment-state';
import { Badge } from '@/components/ui/badge';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import { mayDo } from '@/lib/core/staff-permissions';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import type { ChannelWord, Inquiry, InquiryItem } from '@/lib/support/inquiry';
import { DecideForm } from './decide-form';

const TONE: Record<ChannelWord, Tone> = {
  paid: 'ok',
  unpaid: 'bad',
  pending: 'accent',
  silent: 'warn',
  not_asked: 'neutral',
};

/** What the shopper says, what the channel says and what our books say, side by side; what follows from it. */
export async function InquiryResult({
  inquiry,
  isLatest,
  user,
}: {
  inquiry: Inquiry;
  isLatest: boolean;
  user: StaffUser;
}) {
  const t = await getTranslations('officeOrders.inquiry');
  const { openedBy, shopperWord, items, proposed, decided, decidedBy, decidedNote } = inquiry;
  const names = await listStaffNames([openedBy, ...(decidedBy ? [decidedBy] : [])]);
  const nameOf = (id: string) => names.get(id)?.displayName ?? id;
  const decides = mayDo(user.staffRole, 'inquiry.decide');
  return (
    <section aria-label={t('one')} className="grid gap-3 border-t border-line pt-4">
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-faint">
        <Moment at={inquiry.createdAt} />
        <span>{t('askedBy', { name: nameOf(openedBy) })}</span>
      </p>
      <div className="grid gap-1 text-sm">
        <h3 className="font-medium">{t('shopperSays')}</h3>
        <p className="whitespace-pre-line text-soft">{shopperWord}</p>
      </div>
      {items.length === 0 ? (
        <p className="text-sm text-soft">{t('noPayments')}</p>
      ) : (
        <Evidence items={items} />
      )}
      <p className="text-sm">
        <strong>{t('proposed')}</strong> {t(`proposal.${proposed ?? 'none'}`)}
      </p>
      {decided && decidedBy ? (
        <p className="text-sm">
          <Badge tone="ok">{t(`decision.${decided}`)}</Badge>{' '}
          <span className="text-soft">
            {t('decidedBy', { name: nameOf(decidedBy), note: decidedNote ?? '' })}
          </span>
        </p>
      ) : isLatest && (decides || mayDo(user.staffRole, 'inquiry.open')) ? (
        <DecideForm
          orderId={inquiry.orderId}
          inquiryId={inquiry.id}
          proposed={proposed}
          words={{
            decision: t('choose'),
            settle: t('decision.settle'),
            refund: t('decision.refund'),
            reject: t('decision.reject'),
            note: t('note'),
            code: t('code'),
            codeHint: t(codeHintOf(decides, openedBy === user.id)),
            submit: t('decide'),
            pending: t('deciding'),
            broken: t('broken'),
          }}
        />
      ) : null}
    </section>
  );
}

const codeHintOf = (decides: boolean, asked: boolean) =>
  decides ? (asked ? 'codeOpener' : 'codeHint') : 'codeOthers';

async function Evidence({ items }: { items: readonly InquiryItem[] }) {
  const t = await getTranslations('officeOrders.inquiry');
  const words = await getTranslations('payments');
  return (
    <Table
      label={t('evidence')}
      head={
        <>
          <ColumnHead>{t('payment')}</ColumnHead>
          <ColumnHead>{t('channelSays')}</ColumnHead>
          <ColumnHead>{t('booksSay')}</ColumnHead>
        </>
      }
    >
      {items.map(
        ({ attemptId, method, channel, channelOrderNo, amountMinor, said, before, after }) => (
          <tr key={attemptId}>
            <RowHead className="font-normal">
              {words(`method.${method}`)} · {formatMoney(cny(BigInt(amountMinor)))}
              <code className="block font-mono text-xs break-all text-faint">{channelOrderNo}</code>
            </RowHead>
            <Cell>
              <Badge tone={TONE[said]}>{t(`said.${said}`)}</Badge>
              <span className="block text-xs text-faint">{words(`channel.${channel}`)}</span>
            </Cell>
            <Cell>
              <PaymentState state={after} />
              {before === after ? null : (
                <span className="block text-xs text-faint">
                  {t('was', { state: words(`attemptState.${before}`) })}
                </span>
              )}
            </Cell>
          </tr>
        ),
      )}
    </Table>
  );
}
