import { getFormatter, getTranslations } from 'next-intl/server';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';
import type { StatusMarkKind } from '@/components/ui/status-mark';
import { formatMoney } from '@/lib/money/format-money';
import type { Payout } from '@/lib/payouts/payout';
import type { Wallet } from '@/lib/wallets/wallet';

const MARK: Record<Payout['state'], StatusMarkKind> = {
  requested: 'waiting',
  held: 'waiting',
  sent: 'waiting',
  accepted: 'waiting',
  unknown: 'waiting',
  succeeded: 'ok',
  failed: 'bad',
  returned: 'warn',
};
const MOMENT = { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;

/** What became of a withdrawal, in words that promise nothing the bank has not said. */
export async function WithdrawalMessage({ payout, wallet }: { payout: Payout; wallet: Wallet }) {
  const t = await getTranslations('wallet.withdrawal');
  const format = await getFormatter();
  const { state, amount, bankCardId, requestedAt } = payout;
  const card = wallet.cards.find(({ id }) => id === bankCardId);
  const at = format.dateTime(requestedAt, { ...MOMENT, hourCycle: 'h23' });
  const facts = [
    { term: t('amount'), detail: formatMoney(amount) },
    ...(card ? [{ term: t('card'), detail: `${card.bankName} ${card.cardMasked}` }] : []),
    { term: t('at'), detail: at },
  ];
  return (
    <Message mark={MARK[state]} title={t(`${state}.title`)} body={t(`${state}.body`)}>
      <div className="border-t border-line pt-5 pb-2 text-start">
        <DescriptionList items={facts} />
      </div>
      <LinkButton href="/wallet" variant="secondary" block>
        {t('toWallet')}
      </LinkButton>
    </Message>
  );
}
