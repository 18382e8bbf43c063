import type { ReactNode } from 'react';

/**
 * The frame of a room behind sign-in: the way to its pages beside what the page is about. Where there is no room for
 * both, the way folds into a menu on top; a browser without JavaScript folds it as well.
 */
export function SidebarShell({
  brand,
  nav,
  foot,
  tools,
  words,
  children,
}: {
  brand: string;
  nav: ReactNode;
  /** Who works here, and the way out. */
  foot: ReactNode;
  /** The reader's switches. */
  tools: ReactNode;
  words: Record<'label' | 'menu' | 'skip', string>;
  children: ReactNode;
}) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only rounded-control bg-card px-4 py-2 text-accent-text focus:not-sr-only focus:absolute focus:z-10"
      >
        {words.skip}
      </a>
      <aside
        aria-label={brand}
        className="border-b border-line bg-card px-3 py-2 lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-e lg:border-b-0 lg:py-5"
      >
        <p className="px-2.5 font-bold max-lg:py-1.5 lg:pb-3">{brand}</p>
        <details className="lg:hidden">
          <summary className="rounded-control px-2.5 py-2.5 font-medium text-accent-text">
            {words.menu}
          </summary>
        </details>
        <nav aria-label={words.label} className="lg:flex-1 max-lg:[details:not([open])+&]:hidden">
          {nav}
        </nav>
        <div className="mt-4 px-2.5 max-lg:[details:not([open])+*+&]:hidden">{foot}</div>
      </aside>
      <div className="mx-auto flex w-full min-w-0 max-w-6xl flex-col px-4 lg:px-8">
        <header className="-me-2 flex min-h-12 flex-wrap items-center justify-end gap-x-1 pt-2">
          {tools}
        </header>
        <main id="content" tabIndex={-1} className="flex-1 pb-8 outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
