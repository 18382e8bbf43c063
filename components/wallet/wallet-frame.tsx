import type { ReactNode } from 'react';

/** Brand and tools above, one column below; on a desk the first page takes two. */
export function WalletFrame({
  brand,
  tools,
  wide,
  children,
}: {
  brand: ReactNode;
  tools: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={`mx-auto flex min-h-dvh max-w-md flex-col px-4 ${wide ? 'lg:max-w-5xl lg:px-8' : ''}`}
    >
      <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-3 pt-1">
        <div className="min-w-0 font-semibold">{brand}</div>
        <div className="-me-2 ms-auto flex flex-wrap items-center justify-end gap-x-1">{tools}</div>
      </header>
      <main className="flex-1 pt-2 pb-12">{children}</main>
    </div>
  );
}
