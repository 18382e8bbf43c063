import type { ComponentProps } from 'react';

/** A sheet that groups what belongs together. `flush` leaves the padding to what is inside. */
export function Card({
  flush,
  className = '',
  ...rest
}: { flush?: boolean } & ComponentProps<'section'>) {
  return (
    <section
      {...rest}
      className={`overflow-hidden rounded-card bg-card shadow-card ${flush ? '' : 'p-5 sm:p-6'} ${className}`}
    />
  );
}
