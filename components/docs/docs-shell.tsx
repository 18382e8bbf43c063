import type { ReactNode } from 'react';

export interface DocsLink {
  href: string;
  label: string;
  current: boolean;
}
export interface DocsGroup {
  title: string;
  links: readonly DocsLink[];
}

/**
 * The frame of the documentation: the way to its pages, the page, and what is on it. Where there is no room the ways fold
 * into menus above the page; a browser without JavaScript folds them as well.
 */
export function DocsShell({
  brand,
  tools,
  groups,
  sections,
  words,
  children,
}: {
  brand: ReactNode;
  /** The reader's switches. */
  tools: ReactNode;
  groups: readonly DocsGroup[];
  /** The page's own headings. */
  sections: readonly { id: string; title: string }[];
  words: Record<'skip' | 'nav' | 'menu' | 'onThisPage', string>;
  children: ReactNode;
}) {
  return (
    <div className="docs min-h-dvh">
      <a
        href="#content"
        className="sr-only rounded-control bg-card px-4 py-2 text-accent-text focus:not-sr-only focus:absolute focus:z-10"
      >
        {words.skip}
      </a>
      <header className="border-b border-line bg-card">
        <div className="mx-auto flex min-h-14 max-w-[84rem] flex-wrap items-center justify-between gap-x-4 px-4 lg:px-8">
          <p className="font-bold">{brand}</p>
          <div className="-me-2 flex flex-wrap items-center justify-end gap-x-1">{tools}</div>
        </div>
      </header>
      <div className="mx-auto grid max-w-[84rem] px-4 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-x-10 lg:px-8 xl:grid-cols-[14rem_minmax(0,1fr)_13rem]">
        <div className="lg:sticky lg:top-0 lg:h-dvh lg:overflow-y-auto lg:py-7">
          <details className="py-2 lg:hidden">
            <summary className="py-2 font-medium text-accent-text">{words.menu}</summary>
          </details>
          <nav aria-label={words.nav} className="grid gap-5 max-lg:[details:not([open])+&]:hidden">
            {groups.map((group) => (
              <Group key={group.title} {...group} />
            ))}
          </nav>
        </div>
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 pt-4 pb-20 outline-none lg:pt-8 xl:col-start-2"
        >
          {children}
        </main>
        {sections.length > 1 ? (
          <nav
            aria-label={words.onThisPage}
            className="hidden py-9 text-sm xl:sticky xl:top-0 xl:block xl:h-dvh xl:overflow-y-auto"
          >
            <p className="pb-2 font-semibold">{words.onThisPage}</p>
            <ul className="border-s border-line">
              {sections.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`} className="block py-1 ps-3 text-soft hover:text-accent-text">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
    </div>
  );
}

function Group({ title, links }: DocsGroup) {
  return (
    <div>
      <p className="px-2.5 pb-1 text-sm font-semibold">{title}</p>
      <ul>
        {links.map(({ href, label, current }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? 'page' : undefined}
              className={`flex min-h-10 items-center rounded-tile px-2.5 text-sm lg:min-h-8 lg:py-1 ${
                current ? 'bg-tint font-medium text-accent-text' : 'text-soft hover:text-ink'
              }`}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
