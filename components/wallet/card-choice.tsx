import { BankCardRow } from './bank-card-row';

export interface CardOption {
  id: string;
  bankName: string;
  cardMasked: string;
}

/** The person's cards as radio buttons; the chosen one first, else the newest. */
export function CardChoice({
  legend,
  cards,
  chosen,
}: {
  legend: string;
  cards: readonly CardOption[];
  chosen?: string;
}) {
  const first = cards.some(({ id }) => id === chosen) ? chosen : cards[0]?.id;
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className="overflow-hidden rounded-control border border-line">
        {cards.map(({ id, bankName, cardMasked }) => (
          <label
            key={id}
            className="method-row flex min-h-17 cursor-pointer items-center gap-3 px-3.5 py-3"
          >
            <BankCardRow bankName={bankName} cardMasked={cardMasked}>
              <input
                type="radio"
                name="card"
                value={id}
                defaultChecked={id === first}
                className="method-radio"
              />
            </BankCardRow>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
