import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { AgreementView } from '@/lib/agreements/agreement-view';
import type { Money } from '@/lib/money/money';
import { BankTile } from './bank-tile';
import { formatHours, formatLimit, maskedTail } from './card-words';
import { useBankName } from './use-bank-name';

/** A bound card: whose it is, which one, what it may pay, and when it may not. */
export function BoundCardLine({
  card,
  amount,
  rest = amount,
}: {
  card: AgreementView;
  /** What it is to pay: all of it, or the rest while the balance pays its part. */
  amount?: Money;
  rest?: Money;
}) {
  const t = useTranslations('cashierCards');
  const cardType = useTranslations('cashier.cardType')(card.cardType);
  const bank = useBankName(card.bank);
  const closed = card.underMaintenance;
  const isOver = (asked?: Money) =>
    asked !== undefined && asked.amountMinor > card.single.amountMinor;
  return (
    <>
      <BankTile code={card.bank.code} name={bank} colour={card.bank.colour} dim={closed} />
      <span className="min-w-0 flex-1">
        <span
          className={`flex flex-wrap items-center gap-x-2 font-medium ${closed ? 'text-faint' : ''}`}
        >
          <span>{bank}</span>
          <span className="tabular-nums">
            <span aria-hidden="true">{maskedTail(card.cardTail)}</span>
            <span className="sr-only">{t('tail', { tail: card.cardTail })}</span>
          </span>
          <Badge>{cardType}</Badge>
        </span>
        <span className="block text-xs text-faint tabular-nums">
          {t('limits', { single: formatLimit(card.single), daily: formatLimit(card.daily) })}
        </span>
        {closed ? (
          <span className="block text-xs text-warn">
            {t('maintenance', { hours: formatHours(card.maintenance) })}
          </span>
        ) : null}
        {isOver(amount) && !closed ? (
          <span
            data-with={isOver(rest) ? undefined : 'nothing'}
            className="block text-xs text-warn"
          >
            {t('overLimit')}
          </span>
        ) : null}
      </span>
    </>
  );
}
