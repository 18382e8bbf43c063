import type { ComponentProps } from 'react';

/** A link within words or figures. */
export function TextLink(props: { href: string } & ComponentProps<'a'>) {
  return (
    <a
      {...props}
      className="text-accent-text underline decoration-line underline-offset-4 hover:decoration-current"
    />
  );
}
