import { REFUSALS, type RefusalCode } from './refusals';

/**
 * An expected "no": thrown by use cases, answered in the caller's language by one wrapper. The
 * facts are for the log; a user sees only the table's words.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly facts: Record<string, string | number | boolean> = {},
    /** Fields at fault, for a form or an API caller. */
    readonly fields: { path: string; problem: string }[] = [],
  ) {
    super(code);
  }

  get status(): number {
    return REFUSALS[this.code].status;
  }
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;

/** The words of a refusal; `{name}` is filled from the facts. */
export function refusalText(
  code: RefusalCode,
  locale: 'zh-CN' | 'en',
  facts: Record<string, string | number | boolean> = {},
): string {
  const words = locale === 'zh-CN' ? REFUSALS[code].zh : REFUSALS[code].en;
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
