import type { ReactNode } from 'react';
import { Icon } from './icon';

/** A bank card: the bank, and as much of the number as tells it from others. */
export function BankCardRow({
  bankName,
  cardMasked,
  children,
}: {
  bankName: string;
  cardMasked: string;
  children?: ReactNode;
}) {
  return (
    <>
      <span className="grid size-10 shrink-0 place-items-center rounded-mark bg-tint text-accent-text">
        <Icon name="card" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{bankName}</span>
        <span className="block text-sm text-soft tabular-nums">{cardMasked}</span>
      </span>
      {children}
    </>
  );
}
