import { Bug } from './assert';
import { Refusal } from './errors';
import type { RefusalCode } from './refusals';

/** How our SQL functions answer about one item of many; `broken` is a bug that is this item's alone. */
export type SqlAnswer<Ok> = { ok: Ok } | { refused: RefusalCode } | { broken: string };

/** What the function did, or throws its refusal or the bug. */
export function okOf<Ok>(answer: SqlAnswer<Ok>, facts: Record<string, string> = {}): Ok {
  if ('ok' in answer) return answer.ok;
  if ('refused' in answer) throw new Refusal(answer.refused, facts);
  throw new Bug(`${answer.broken} ${JSON.stringify(facts)}`);
}
