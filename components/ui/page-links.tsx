import { LinkButton } from './link-button';

interface Way {
  href: string;
  label: string;
}

/** Below one page of a list: back to the newest, on to the next page; nothing where it is the only one. */
export function PageLinks({
  newest,
  more,
  ruled = false,
}: {
  newest: Way | null;
  more: Way | null;
  /** With a line above, where the list has lines between its rows. */
  ruled?: boolean;
}) {
  const ways = [newest, more].flatMap((way) => way ?? []);
  if (ways.length === 0) return null;
  return (
    <p className={`flex flex-wrap gap-2 p-4 ${ruled ? 'border-t border-line' : ''}`}>
      {ways.map(({ href, label }) => (
        <LinkButton key={label} href={href} variant="quiet">
          {label}
        </LinkButton>
      ))}
    </p>
  );
}
