import type { ReactNode } from 'react';

export interface SidebarLink {
  href: string;
  label: string;
  current: boolean;
  /** Small print at its end: how many wait, or a key. */
  aside?: ReactNode;
  /** Pages that hang on this one. */
  under?: readonly SidebarLink[];
}

export interface SidebarLinks {
  title: string;
  links: readonly SidebarLink[];
}

/** A room's pages in groups; the first group is the one everybody starts with and needs no name. */
export function SidebarNav({ groups }: { groups: readonly SidebarLinks[] }) {
  return groups
    .filter(({ links }) => links.length > 0)
    .map(({ title, links }, n) => (
      <div key={title} className={n === 0 ? '' : 'pt-4'}>
        <h2 className={n === 0 ? 'sr-only' : 'px-2.5 pb-1 text-xs font-normal text-faint'}>
          {title}
        </h2>
        <Links links={links} />
      </div>
    ));
}

function Links({ links, inner = false }: { links: readonly SidebarLink[]; inner?: boolean }) {
  return (
    <ul>
      {links.map(({ href, label, current, aside, under }) => (
        <li key={href}>
          <a
            href={href}
            aria-current={current ? 'page' : undefined}
            className={`flex min-h-11 items-center justify-between gap-2 rounded-mark px-2.5 text-sm lg:min-h-9 ${inner ? 'ms-3' : ''} ${
              current
                ? 'bg-tint font-semibold text-accent-text'
                : 'text-soft hover:bg-ground hover:text-ink'
            }`}
          >
            <span className="min-w-0">{label}</span>
            {aside}
          </a>
          {under && under.length > 0 ? <Links links={under} inner /> : null}
        </li>
      ))}
    </ul>
  );
}
