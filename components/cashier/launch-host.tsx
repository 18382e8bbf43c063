'use client';

import {
  startTransition,
  useActionState,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { type ActionState, IDLE } from '@/components/ui/action-state';
import { Button } from '@/components/ui/button';
import type { ButtonVariant } from '@/components/ui/button-class';
import { Spinner } from '@/components/ui/spinner';
import { FormProblem } from './form-problem';
import type { HostAnswer } from './host-bridge';
import { sayWhenOffline } from './say-when-offline';
import { sentBefore } from './sent-before';
import { type Launch, startInHost } from './start-in-host';

type ReportState = ActionState<string>;
export type ReportAction = (previous: ReportState, form: FormData) => Promise<ReportState>;

/** A host that has not answered for so long has said nothing. Its answer still counts when it comes. */
const SILENCE_MS = 60_000;

export interface LaunchWords {
  start: string;
  pending: string;
  offline: string;
  broken: string;
}

/**
 * Starts the payment in the app around the page and reports what it answers; the server then asks
 * UnionPay. With `autoStartKey` it starts by itself, once: a page that was loaded again in the middle
 * has lost the answer, which is reported as such. A press starts it again, on the same TN.
 */
export function LaunchHost({
  launch,
  token,
  upsdkUrl,
  report,
  words,
  variant,
  autoStartKey,
}: {
  launch: Launch;
  token: string;
  /** UnionPay's script, inside its own app. */
  upsdkUrl: string | null;
  report: ReportAction;
  words: LaunchWords;
  variant?: ButtonVariant;
  autoStartKey?: string;
}) {
  const [state, tell, telling] = useActionState(sayWhenOffline(report, words.offline), IDLE);
  const [away, setAway] = useState(false);
  const begun = useRef(false);
  const { tn } = launch;
  const busy = away || telling;

  const say = (answer: HostAnswer) => startTransition(() => tell(reportForm(token, tn, answer)));
  async function start() {
    if (busy) return;
    setAway(true);
    const silence = setTimeout(() => say({ result: 'unknown' }), SILENCE_MS);
    const answer = await startInHost(launch, upsdkUrl);
    clearTimeout(silence);
    say(answer);
    setAway(false);
  }
  const onOpen = useEffectEvent((key: string) => {
    const before = sentBefore(key);
    if (before === 'first') void start();
    if (before === 'again') say({ result: 'unknown' });
  });
  useEffect(() => {
    if (autoStartKey === undefined || begun.current) return;
    begun.current = true;
    onOpen(autoStartKey);
  }, [autoStartKey]);

  return (
    <div className="grid gap-2.5">
      <Button variant={variant} block size="lg" aria-disabled={busy || undefined} onClick={start}>
        {busy ? <Spinner /> : null}
        {busy ? words.pending : words.start}
      </Button>
      <FormProblem ref={null} state={state} broken={words.broken} />
    </div>
  );
}

function reportForm(token: string, tn: string, answer: HostAnswer): FormData {
  const form = new FormData();
  const { result, surface, resultData } = answer;
  const said = { token, tn, result, surface, resultData };
  for (const [name, value] of Object.entries(said)) {
    if (value !== undefined) form.set(name, String(value));
  }
  return form;
}
