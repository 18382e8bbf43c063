import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { PlainForm } from '@/components/wallet/plain-form';
import { newToken } from '@/lib/core/ids';
import { formatAmount, formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import type { BankCard } from '@/lib/persons/bank-card';
import { PROOF_REFUSALS, proofFields } from '../../form-words';
import { HandsetLink } from '../../handset-link';
import { codeAction, withdrawAction } from '../actions';

/** What is about to happen, and the two proofs that it is wanted. */
export async function ConfirmForm({ card, amount }: { card: BankCard; amount: Money }) {
  const t = await getTranslations('wallet');
  const { password, code } = await proofFields();
  const broken = t('broken');
  const hidden = { card: card.id, amount: formatAmount(amount) };
  const sum = formatMoney(amount);
  return (
    <>
      <Card className="grid gap-6">
        <DescriptionList
          items={[
            { term: t('confirm.amount'), detail: <strong>{sum}</strong> },
            { term: t('confirm.to'), detail: `${card.bankName} ${card.cardMasked}` },
            { term: t('confirm.fee'), detail: t('confirm.noFee') },
          ]}
        />
        <PlainForm
          action={withdrawAction}
          hidden={{ ...hidden, requestKey: newToken() }}
          fields={[code, password]}
          refusals={PROOF_REFUSALS}
          words={{
            submit: t('confirm.submit', { amount: sum }),
            pending: t('confirm.pending'),
            broken,
          }}
        />
      </Card>
      <div className="grid justify-items-center gap-1">
        <PlainForm
          action={codeAction}
          hidden={hidden}
          fields={[]}
          look={{ variant: 'quiet' }}
          words={{ submit: t('code.resend'), pending: t('code.pending'), broken }}
        />
        <HandsetLink />
      </div>
    </>
  );
}
