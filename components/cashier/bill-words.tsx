import { Children, type ReactNode } from 'react';
import { langOf } from '@/components/ui/lang-of';

/** What stands on a bill is the carrier's own words, in whatever language the page is. */
export const billWords = (words: ReactNode): ReactNode => (
  <span lang={langOf(Children.toArray(words).join(''))}>{words}</span>
);
