import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { isFailureReason, tellFailure } from './telling';

type LastFailure = NonNullable<CashierView['lastFailure']>;

/** A payment that definitely did not happen: why, whether money was taken, what to do next. */
export function FailureReason({ failure, token }: { failure: LastFailure; token?: string }) {
  const t = useTranslations('words');
  const byPhone = useTranslations('words.failureByPhone');
  const { method, balance } = failure;
  // A reason without words of its own still says the truth about the money.
  const reason = isFailureReason(failure.reason) ? failure.reason : 'other';
  const { money, next } = tellFailure(reason, { method, held: balance !== undefined });
  // What a bank says about a card is said in other words about a phone's account.
  const what =
    method === 'carrier' && byPhone.has(reason) ? byPhone(reason) : t(`failure.${reason}`);
  return (
    <>
      <p>{what}</p>
      <p className="font-medium">
        {t(`money.${money}`, { balance: balance ? formatMoney(balance) : '' })}
      </p>
      <p>
        {t(`next.${next}`)}{' '}
        {next === 'add_card' && token ? (
          <TextLink href={`/pay/${token}/cards/new`}>{t('addCard')}</TextLink>
        ) : null}
      </p>
    </>
  );
}
