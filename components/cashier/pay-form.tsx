'use client';

import { type ReactNode, useRef } from 'react';
import { type ActionState, IDLE, keptOf } from '@/components/ui/action-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { KeptCard } from './card-radio';
import { CODE_FORM } from './code-field';
import { CombineChoice } from './combine-choice';
import { codeProblem, passwordProblem } from './field-problems';
import { FormProblem } from './form-problem';
import { MethodChoice } from './method-choice';
import type { MethodRow } from './method-rows';
import type { CombineOffer, PayWords } from './pay-words';
import { ProofFields } from './proof-fields';
import { useCodeField } from './use-code-field';
import { usePayPost } from './use-pay-post';

type PayState = ActionState<string>;
export type PayAction = (previous: PayState, form: FormData) => Promise<PayState>;

/**
 * Choose and pay: one plain form, and a second one that has a code sent. With JavaScript they post
 * in place and keep the choice; without, the browser posts them and the server draws the page again.
 */
export function PayForm({
  action,
  codeAction,
  token,
  formKey,
  methods,
  chosen,
  combine,
  needsCode,
  card,
  words,
  otherWays,
  smallPrint,
}: {
  action: PayAction;
  codeAction: PayAction;
  token: string;
  /** Made up with this page: the same form sent twice is one payment. */
  formKey: string;
  methods: MethodRow[];
  /** The way to begin with; the first one unless given. */
  chosen?: MethodCode;
  /** The balance does not cover the amount, and may pay a part of it. */
  combine?: CombineOffer;
  /** It is known beforehand that paying from the balance takes a code. */
  needsCode: boolean;
  /** The shopper's bound cards to choose from. */
  card?: ReactNode;
  words: PayWords;
  otherWays: ReactNode;
  smallPrint: ReactNode;
}) {
  const password = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const problem = useRef<HTMLDivElement>(null);
  const { state, plain, pending, sent, sending, sendCode, form } = usePayPost({
    action,
    codeAction,
    offline: words.offline,
    codeOffline: words.codeOffline,
    secrets: [password, code],
    problem,
  });
  const codeField = useCodeField({ known: needsCode, paid: state, sent, field: code });
  const offered = combine !== undefined || methods.some(({ method }) => method === 'balance');
  const aboutField =
    offered && (passwordProblem(state) !== undefined || codeProblem(state) !== undefined);
  // A form that the browser itself has sent comes back as it was; what is sent in place stays so anyway.
  const kept = keptOf(plain);
  const codeSent = sent.status !== 'idle';
  const again =
    methods.find(({ method }) => method === kept.method)?.method ??
    (codeSent && !combine ? 'balance' : undefined);
  const proof = (
    <ProofFields
      password={password}
      code={code}
      paid={state}
      sent={sent}
      sending={sending}
      codeField={codeField}
      words={words}
    />
  );

  return (
    <>
      <form {...form} noValidate aria-busy={pending} className="pay-form flex flex-1 flex-col">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="formKey" value={formKey} />
        {combine ? (
          <CombineChoice offer={combine} chosen={kept.useBalance === 'on' || codeSent}>
            {proof}
          </CombineChoice>
        ) : null}
        <MethodChoice
          legend={words.legend}
          more={words.more}
          methods={methods}
          chosen={again ?? chosen}
          inside={{
            card: <KeptCard value={kept.agreementId}>{card}</KeptCard>,
            balance: proof,
          }}
        />
        {otherWays}
        <div className="pay-bar">
          <FormProblem
            ref={problem}
            state={aboutField ? IDLE : state}
            broken={words.broken}
            className="mb-3"
          />
          <SubmitButton block size="lg" pending={pending} pendingLabel={words.pending}>
            {methods.map(({ method }) => (
              <span key={method} data-for={method}>
                <span data-with={combine?.submit[method] ? 'nothing' : undefined}>
                  {words.submit[method]}
                </span>
                {combine?.submit[method] ? (
                  <span data-with="balance">{combine.submit[method]}</span>
                ) : null}
              </span>
            ))}
          </SubmitButton>
        </div>
        <div className="text-center text-xs text-faint [&_p]:text-balance">{smallPrint}</div>
      </form>
      {/* Beside the other one: a form inside a form is none. Enter in the password pays, never this. */}
      <form id={CODE_FORM} {...sendCode} hidden>
        <input type="hidden" name="token" value={token} />
      </form>
    </>
  );
}
