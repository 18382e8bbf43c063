import { resolve } from 'node:path';
import { readTree } from '@/tests/tidy/tree';

type Call = (given: unknown) => unknown;

const nameOf = (path: string): string =>
  (path.split('/').at(-1) ?? '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Asks a use case as somebody who has nothing right but who they are; answers only whether they may. */
export async function askPermission(
  path: string,
  given: Record<string, unknown>,
): Promise<'may' | 'may not'> {
  const file = resolve('lib', `${path}.ts`);
  const loaded = (await import(file)) as Record<string, Call>;
  const call = loaded[nameOf(path)];
  if (!call) throw new Error(`lib/${path} has no ${nameOf(path)}`);
  const anything = new Proxy(given, {
    get: (target, name) => (name in target ? target[String(name)] : 'nothing'),
  });
  try {
    const answer = await call(anything);
    const pieces = answer as { next?: () => Promise<unknown> } | undefined;
    if (typeof pieces?.next === 'function') await pieces.next();
    return 'may';
  } catch (error) {
    return error instanceof Error && error.message === 'not_permitted' ? 'may not' : 'may';
  }
}

/** Which modules of lib call one of these, by path: what asks for a permission there. */
export const askingBy = (asks: RegExp): string[] =>
  readTree('lib')
    .filter(({ path }) => path.endsWith('.ts') && !path.startsWith('core/'))
    .filter(({ source }) => asks.test(source))
    .map(({ path }) => path.replace(/\.ts$/, ''));

/** What each role is to be answered where these may. */
export const mayBy = <Role extends string>(
  roles: readonly Role[],
  allowed: readonly Role[],
): Record<string, 'may' | 'may not'> =>
  Object.fromEntries(roles.map((role) => [role, allowed.includes(role) ? 'may' : 'may not']));
