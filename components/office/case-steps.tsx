import type { ReactNode } from 'react';

export interface CaseStep {
  key: string;
  label: string;
  /** Two short lines at most: when, and by what. */
  detail: ReactNode;
  state: 'done' | 'now' | 'stopped' | 'ahead';
}

const DOT: Record<CaseStep['state'], string> = {
  done: 'border-ok bg-ok',
  now: 'border-accent-text bg-card ring-accent-text',
  stopped: 'border-bad bg-bad',
  ahead: 'border-edge bg-card',
};

/**
 * How far a case has come, from the refusal to the proof: in a row on a wide screen, one below the other
 * on a narrow one. `words` says each state for those who do not see the dots.
 */
export function CaseSteps({
  label,
  steps,
  words,
}: {
  label: string;
  steps: readonly CaseStep[];
  words: Record<CaseStep['state'], string>;
}) {
  return (
    <ol aria-label={label} className="grid gap-x-1 lg:auto-cols-fr lg:grid-flow-col">
      {steps.map(({ key, label: name, detail, state }, place) => (
        <li
          key={key}
          aria-current={state === 'now' ? 'step' : undefined}
          className="grid grid-cols-[1.25rem_1fr] gap-x-3 lg:block"
        >
          <div aria-hidden="true" className="grid grid-rows-[1.25rem_1fr] lg:flex lg:items-center">
            <span
              className={`mt-1 grid size-5 shrink-0 place-items-center rounded-full border-2 lg:mt-0 ${DOT[state]}`}
            >
              <Sign state={state} />
            </span>
            {place === steps.length - 1 ? null : (
              <span
                className={`mx-auto my-1 w-0 grow border-s-2 lg:mx-1 lg:my-0 lg:h-0 lg:w-auto lg:border-s-0 lg:border-t-2 ${state === 'done' ? 'border-ok' : 'border-line'}`}
              />
            )}
          </div>
          <div className="pb-4 lg:pt-2 lg:pe-3 lg:pb-0">
            <p className={`text-sm ${state === 'now' ? 'font-semibold' : 'text-soft'}`}>
              {name}
              <span className="sr-only">{` · ${words[state]}`}</span>
            </p>
            <div className="text-xs text-faint">{detail}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The state by shape as well as by colour. */
function Sign({ state }: { state: CaseStep['state'] }) {
  if (state === 'now') return <span className="size-2 rounded-full bg-accent-text" />;
  if (state === 'ahead') return null;
  return (
    <svg
      viewBox="0 0 12 12"
      className="size-3 text-card"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path
        d={state === 'done' ? 'm2.5 6.5 2.5 2.5 4.5-5.5' : 'm3 3 6 6M9 3 3 9'}
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
