export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One parameter of the address, if it is there once and looks like it should. */
export async function readParam(
  searchParams: SearchParams,
  name: string,
  shape: RegExp = /^[\w-]{1,64}$/,
): Promise<string | undefined> {
  const value = (await searchParams)[name];
  return typeof value === 'string' && shape.test(value) ? value : undefined;
}
