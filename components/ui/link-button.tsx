import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button-class';

/**
 * A link that looks like a button: it goes somewhere and changes nothing. A plain anchor on
 * purpose: areas have different security policies, which only a full page load switches.
 */
export function LinkButton({
  variant,
  size,
  block,
  className = '',
  ...rest
}: ButtonLook & { href: string } & ComponentProps<'a'>) {
  return <a {...rest} className={`${buttonClass({ variant, size, block })} ${className}`} />;
}
