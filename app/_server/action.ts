import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import type { ActionState } from '@/components/ui/action-state';
import { PLACE_FIELD } from '@/components/ui/place-field';
import { currentUser } from '@/lib/auth/current-user';
import type { CurrentUser } from '@/lib/auth/user';
import { env } from '@/lib/core/env';
import { Refusal, refusalText } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import type { RefusalCode } from '@/lib/core/refusals';
import { asWork } from '@/lib/core/work';
import { refuseOtherPlace } from './refuse-other-place';
import { report } from './report';
import { isSameOrigin } from './same-origin';

interface ActionSpec<Input, Value> {
  /** In the log beside what went wrong. */
  name: string;
  /** A problem's message may be a key of our messages ("common.problem.required"). */
  input: z.ZodType<Input>;
  may: (user: CurrentUser | null) => boolean;
  run: (input: Input, user: CurrentUser | null) => Promise<Value>;
  /** What else to say after a refusal; see the cashier's `moneyAfter`. */
  after?: (code: RefusalCode) => Promise<string | undefined>;
  /** Choices to bring back after a failure: never a secret, nor anything about a person. */
  keep?: readonly string[];
}

export type FormAction<Value> = (
  previous: ActionState<Value>,
  form: FormData,
) => Promise<ActionState<Value>>;

/**
 * One form's server side: who → may → parse → run → answer, and the only try/catch between a page
 * and lib. Every action is a public POST, so all of it is checked here, not in the page. For
 * useActionState; works the same for a browser without JavaScript. Never sends back what was typed,
 * but for the choices named in `keep`.
 */
export function action<Input, Value>(spec: ActionSpec<Input, Value>): FormAction<Value> {
  const answerTo: FormAction<Value> = async (_previous, form) => {
    const kept = keptFrom(form, spec.keep);
    try {
      await refuseOtherSites();
      const user = await currentUser();
      if (!spec.may(user)) throw new Refusal(user ? 'not_permitted' : 'sign_in_required');
      const { [PLACE_FIELD]: place, ...texts } = textsOf(form);
      refuseOtherPlace(place, user);
      const parsed = spec.input.safeParse(texts);
      if (!parsed.success) {
        return { status: 'invalid', fields: await problemWords(parsed.error), ...kept };
      }
      return { status: 'ok', value: await spec.run(parsed.data, user) };
    } catch (error) {
      // redirect() and notFound() are Next's way of answering, not errors.
      unstable_rethrow(error);
      return { ...(await failure(error, spec)), ...kept };
    }
  };
  return (...sent) =>
    asWork({ kind: 'action', name: spec.name }, { requestId: newId('req') }, async () => {
      try {
        return await answerTo(...sent);
      } finally {
        // Also where the answer is to lead elsewhere, which is thrown.
        log().info({ action: spec.name }, 'a form was answered');
      }
    });
}

function keptFrom(
  form: FormData,
  names: readonly string[] | undefined,
): { kept?: Record<string, string> } {
  if (!names) return {};
  const texts = Object.entries(textsOf(form));
  return { kept: Object.fromEntries(texts.filter(([name]) => names.includes(name))) };
}

/** Anybody who has the page may use its forms: the address itself is the key. */
export const anyone = (): boolean => true;

async function refuseOtherSites(): Promise<void> {
  const sent = await headers();
  const same = isSameOrigin({
    secFetchSite: sent.get('sec-fetch-site'),
    origin: sent.get('origin'),
    host: sent.get('host'),
    appOrigin: env().APP_ORIGIN,
  });
  if (!same) throw new Refusal('cross_site_request');
}

/** Texts only: the first of each name, no files. */
function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = Object.create(null);
  for (const [name, value] of form) {
    if (typeof value === 'string' && !(name in texts)) texts[name] = value;
  }
  return texts;
}

async function problemWords(error: z.ZodError): Promise<Record<string, string>> {
  const t = await getTranslations();
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    fields[String(path[0])] ??= t.has(message) ? t(message) : t('common.problem.invalid');
  }
  return fields;
}

async function failure(
  error: unknown,
  { name, after }: Pick<ActionSpec<never, never>, 'name' | 'after'>,
): Promise<ActionState<never>> {
  const sorted = report(error, `action ${name}`);
  if (sorted.kind === 'broken') return { status: 'broken', reference: sorted.reference };
  return refusedState(sorted.refusal, after);
}

/** A refusal as a form's answer, in the reader's words; `after` says more where it knows more. */
export async function refusedState(
  { code, facts }: Pick<Refusal, 'code' | 'facts'>,
  after?: ActionSpec<never, never>['after'],
): Promise<Extract<ActionState<never>, { status: 'refused' }>> {
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
  const words = refusalText(code, locale, facts);
  const more = await after?.(code);
  const title = more ? `${words}${locale === 'en' ? '. ' : '。'}${more}` : words;
  return { status: 'refused', code, title };
}
