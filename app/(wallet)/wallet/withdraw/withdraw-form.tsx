import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { CardChoice } from '@/components/wallet/card-choice';
import { PlainForm } from '@/components/wallet/plain-form';
import { formatMoney } from '@/lib/money/format-money';
import type { Wallet } from '@/lib/wallets/wallet';
import { codeAction } from './actions';

/** How much, and to which card. */
export async function WithdrawForm({ wallet, chosen }: { wallet: Wallet; chosen?: string }) {
  const t = await getTranslations('wallet');
  const { withdrawable, tooFresh, cards } = wallet;
  if (withdrawable.amountMinor === 0n) {
    return <Notice className="bg-card shadow-card">{t('withdraw.nothing')}</Notice>;
  }
  const can = t('withdraw.can', { amount: formatMoney(withdrawable) });
  return (
    <Card>
      <PlainForm
        action={codeAction}
        fields={[
          {
            name: 'amount',
            kind: 'amount',
            label: t('withdraw.amount'),
            hint: tooFresh.amountMinor > 0n ? `${can} ${t('withdraw.fresh')}` : can,
          },
        ]}
        refusals={{ over_withdrawable: 'amount' }}
        words={{
          submit: t('withdraw.next'),
          pending: t('withdraw.pending'),
          broken: t('broken'),
        }}
        footnote={
          <a
            href="/wallet/cards"
            className="inline-flex min-h-11 items-center font-medium text-accent-text"
          >
            {t('withdraw.otherCard')}
          </a>
        }
      >
        <CardChoice legend={t('withdraw.card')} cards={cards} chosen={chosen} />
      </PlainForm>
    </Card>
  );
}
