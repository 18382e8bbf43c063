import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { AgreementView } from '@/lib/agreements/agreement-view';
import type { Money } from '@/lib/money/money';
import { BoundCardLine } from './bound-card-line';
import { CardRadio } from './card-radio';
import { isPayable } from './payable-card';

/** Without a card that can pay, the button leads to a new one. */
const ADD_FIRST = <input type="hidden" name="agreementId" value="new" />;

/** Which card to pay with, inside the row of bank cards; the way to another one is beside it. */
export function BoundCardChoice({
  cards,
  chosen,
  amount,
  rest,
  token,
}: {
  cards: readonly AgreementView[];
  /** The card to begin with; the first that can pay unless given. */
  chosen?: string;
  amount: Money;
  /** What is left for the card where the balance pays a part. */
  rest?: Money;
  token: string;
}) {
  const t = useTranslations('cashierCards.choose');
  const payable = cards.filter(isPayable);
  const first = payable.find(({ id }) => id === chosen) ?? payable[0];
  const links = 'inline-flex min-h-11 items-center text-sm font-medium text-accent-text';
  if (cards.length === 0) {
    return (
      <p className="text-sm text-soft">
        {t('none')}
        {ADD_FIRST}
      </p>
    );
  }
  return (
    <div className="grid gap-1">
      {first ? null : <Notice tone="warn">{t('closed')}</Notice>}
      {first ? null : ADD_FIRST}
      <fieldset className="grid gap-2">
        <legend className="sr-only">{t('legend')}</legend>
        {cards.map((card) => (
          <CardRadio
            key={card.id}
            id={card.id}
            first={card.id === first?.id}
            disabled={!isPayable(card)}
          >
            <BoundCardLine card={card} amount={amount} rest={rest} />
          </CardRadio>
        ))}
      </fieldset>
      <p className="flex flex-wrap justify-between gap-x-5">
        <a href={`/pay/${token}/cards/new`} className={links}>
          {t('add')}
        </a>
        <a href={`/pay/${token}/cards`} className={links}>
          {t('manage')}
        </a>
      </p>
    </div>
  );
}
