import type { TestOutcome } from './outcome';
import { simulatorOrigin } from './rails';
import { selectChosen } from './store';

/** What is chosen for the order's next payment, null: nothing; undefined where nothing can be chosen. */
export async function findTestOutcome(
  token: string,
): Promise<{ next: TestOutcome | null } | undefined> {
  return simulatorOrigin() ? selectChosen(token) : undefined;
}
