import { safeNextPath } from '@/lib/auth/rules';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Where the person was going, from `?next=`; undefined unless it is a path of ours. */
export async function readNext(searchParams: SearchParams): Promise<string | undefined> {
  const { next } = await searchParams;
  return typeof next === 'string' ? safeNextPath(next) : undefined;
}
