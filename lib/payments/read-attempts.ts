import { present } from '@/lib/core/assert';
import type { Attempt } from './attempt';
import { selectAttemptsNamed } from './store';

/** Attempts that must all exist, each by its id, by one question. */
export async function readAttempts(ids: readonly string[]): Promise<(id: string) => Attempt> {
  const found = new Map((await selectAttemptsNamed(ids)).map((attempt) => [attempt.id, attempt]));
  return (id) => present(found.get(id), `attempt ${id}`);
}
