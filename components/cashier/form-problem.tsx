import type { Ref } from 'react';
import type { ActionState } from '@/components/ui/action-state';
import { Notice } from '@/components/ui/notice';

/** Why the form did not do what was asked, in words, where the eye and the focus go. */
export function FormProblem({
  ref,
  state,
  broken,
  className,
}: {
  ref: Ref<HTMLDivElement>;
  state: ActionState<string>;
  /** What to say about a fault of ours; the reference follows. */
  broken: string;
  className?: string;
}) {
  const words = problemWords(state, broken);
  if (words === undefined) return null;
  return (
    <Notice ref={ref} role="alert" tabIndex={-1} tone="bad" className={className}>
      {words}
    </Notice>
  );
}

function problemWords(state: ActionState<string>, broken: string): string | undefined {
  switch (state.status) {
    case 'refused':
      return state.title;
    case 'broken':
      return `${broken} ${state.reference}`;
    case 'invalid':
      return Object.values(state.fields)[0];
    default:
      return undefined;
  }
}
