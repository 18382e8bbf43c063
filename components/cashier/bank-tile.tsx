import type { BankCode } from '@/lib/agreements/banks';
import { BANK_MARKS } from './bank-marks';

/** A bank's mark on its colour, beside its name: our own drawing, or its first character. */
export function BankTile({
  code,
  name,
  colour,
  dim,
}: {
  code?: BankCode;
  name: string;
  colour: string;
  dim?: boolean;
}) {
  return (
    <span
      style={{ backgroundColor: colour }}
      className={`grid size-9 shrink-0 place-items-center rounded-tile text-base font-bold text-white ${dim ? 'opacity-45 grayscale' : ''}`}
    >
      {code ? (
        <svg
          viewBox="0 0 24 24"
          className="size-6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d={BANK_MARKS[code]} />
        </svg>
      ) : (
        <span aria-hidden="true">{[...name][0]}</span>
      )}
    </span>
  );
}
