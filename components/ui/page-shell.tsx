import type { ReactNode } from 'react';

const WIDTH = { narrow: 'max-w-md', regular: 'max-w-2xl', wide: 'max-w-6xl' } as const;

/** The frame of a page: brand and tools on top, one main column, small print below. */
export function PageShell({
  brand,
  tools,
  footer,
  width = 'regular',
  children,
}: {
  brand?: ReactNode;
  tools?: ReactNode;
  footer?: ReactNode;
  width?: keyof typeof WIDTH;
  children: ReactNode;
}) {
  return (
    <div className={`mx-auto flex min-h-dvh flex-col px-4 ${WIDTH[width]}`}>
      <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-3 pt-2">
        <div className="min-w-0 font-semibold">{brand}</div>
        <div className="-me-2 ms-auto flex flex-wrap items-center justify-end gap-x-1">{tools}</div>
      </header>
      <main className="flex-1 py-4">{children}</main>
      {footer ? <footer className="py-6 text-center text-xs text-faint">{footer}</footer> : null}
    </div>
  );
}
