import type { ComponentProps, ReactNode } from 'react';
import { TONE_CLASS, type Tone } from './tone';

/**
 * A message about the page. Give `role="alert"` when it answers what the person just did,
 * `role="status"` when something changed by itself, nothing when it was there all along.
 */
export function Notice({
  tone = 'neutral',
  title,
  children,
  className = '',
  ...rest
}: { tone?: Tone; title?: ReactNode } & Omit<ComponentProps<'div'>, 'title'>) {
  return (
    <div {...rest} className={`rounded-control px-4 py-3 text-sm ${TONE_CLASS[tone]} ${className}`}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children ? <div className={title ? 'mt-0.5 text-ink' : 'text-ink'}>{children}</div> : null}
    </div>
  );
}
