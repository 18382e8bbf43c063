'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** The card that was chosen in a form which the browser itself has sent, and which was refused. */
export const KeptCard = createContext<string | undefined>(undefined);

/** Chooses a bound card. After a refusal it is still the same one: never another card's money. */
export function CardRadio({
  id,
  first,
  disabled,
  children,
}: {
  id: string;
  /** The one to begin with. */
  first: boolean;
  disabled: boolean;
  /** The card in words. */
  children: ReactNode;
}) {
  const kept = useContext(KeptCard);
  return (
    <label
      className={`flex min-h-14 items-center gap-3 rounded-control border border-line bg-card px-3 py-2.5 has-checked:border-accent-text ${disabled ? '' : 'cursor-pointer'}`}
    >
      {children}
      <input
        type="radio"
        name="agreementId"
        value={id}
        defaultChecked={kept === undefined ? first : kept === id}
        disabled={disabled}
        className="method-radio"
      />
    </label>
  );
}
