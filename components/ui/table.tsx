import type { ComponentProps, ReactNode } from 'react';

/**
 * Rows of figures. On a narrow screen the table scrolls inside its own frame, which a keyboard can
 * reach; the page itself never does. The label says what it is, for those who cannot see it.
 */
export function Table({
  label,
  head,
  foot,
  children,
}: {
  label: string;
  head: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="relative overflow-x-auto" aria-label={label} tabIndex={0}>
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody className="divide-y divide-line border-y border-line">{children}</tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </section>
  );
}

interface Figures {
  /** Stands to the right, digits under digits. */
  figures?: boolean;
}

const place = (figures: boolean | undefined): string =>
  figures ? 'text-end tabular-nums whitespace-nowrap' : 'text-start';

/** A column's name. */
export function ColumnHead({ figures, ...rest }: Figures & ComponentProps<'th'>) {
  return (
    <th
      {...rest}
      scope="col"
      className={`px-3 py-2.5 font-medium whitespace-nowrap text-soft first:ps-5 last:pe-5 sm:first:ps-6 sm:last:pe-6 ${place(figures)}`}
    />
  );
}

const CELL = 'px-3 py-2.5 align-top first:ps-5 last:pe-5 sm:first:ps-6 sm:last:pe-6';

/** What the row is about. */
export function RowHead({ className = 'font-normal', ...rest }: ComponentProps<'th'>) {
  return <th {...rest} scope="row" className={`text-start ${CELL} ${className}`} />;
}

export function Cell({ figures, className = '', ...rest }: Figures & ComponentProps<'td'>) {
  return <td {...rest} className={`${CELL} ${place(figures)} ${className}`} />;
}
