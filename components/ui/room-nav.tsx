export interface RoomLink {
  href: string;
  label: string;
  current: boolean;
}

/** The pages of a room. On a phone the row scrolls; nothing is hidden behind a button. */
export function RoomNav({ label, links }: { label: string; links: readonly RoomLink[] }) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4">
      <ul className="flex gap-1">
        {links.map(({ href, label: name, current }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? 'page' : undefined}
              className={`inline-flex min-h-11 items-center rounded-control px-3.5 text-sm font-medium whitespace-nowrap ${
                current ? 'bg-tint text-accent-text' : 'text-soft hover:bg-card hover:text-ink'
              }`}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
