import { langOf } from '@/components/ui/lang-of';

/** A bank's or a person's own name, which is not translated. */
export const InOwnWords = ({ children }: { children: string }) => (
  <span lang={langOf(children)}>{children}</span>
);
