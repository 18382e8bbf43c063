import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import type { ActionState } from '@/components/ui/action-state';
import { currentUser } from '@/lib/auth/current-user';
import type { CurrentUser } from '@/lib/auth/user';
import { env } from '@/lib/core/env';
import { Refusal, refusalText } from '@/lib/core/errors';
import { report } from './report';
import { isSameOrigin } from './same-origin';

interface ActionSpec<Input, Value> {
  /** In the log beside what went wrong. */
  name: string;
  /** A problem's message may be a key of our messages ("common.problem.required"). */
  input: z.ZodType<Input>;
  may: (user: CurrentUser | null) => boolean;
  run: (input: Input, user: CurrentUser | null) => Promise<Value>;
}

export type FormAction<Value> = (
  previous: ActionState<Value>,
  form: FormData,
) => Promise<ActionState<Value>>;

/**
 * One form's server side: who → may → parse → run → answer, and the only try/catch between a page
 * and lib. Every action is a public POST, so all of it is checked here, not in the page. For
 * useActionState; works the same for a browser without JavaScript. Never sends back what was typed.
 */
export function action<Input, Value>(spec: ActionSpec<Input, Value>): FormAction<Value> {
  return async (_previous, form) => {
    try {
      await refuseOtherSites();
      const user = await currentUser();
      if (!spec.may(user)) throw new Refusal(user ? 'not_permitted' : 'sign_in_required');
      const parsed = spec.input.safeParse(textsOf(form));
      if (!parsed.success) return { status: 'invalid', fields: await problemWords(parsed.error) };
      return { status: 'ok', value: await spec.run(parsed.data, user) };
    } catch (error) {
      // redirect() and notFound() are Next's way of answering, not errors.
      unstable_rethrow(error);
      return failure(error, spec.name);
    }
  };
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

async function failure(error: unknown, name: string): Promise<ActionState<never>> {
  const sorted = report(error, `action ${name}`);
  if (sorted.kind === 'broken') return { status: 'broken', reference: sorted.reference };
  const { code, facts } = sorted.refusal;
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
  return { status: 'refused', code, title: refusalText(code, locale, facts) };
}
