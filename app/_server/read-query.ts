import type { z } from 'zod';

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** What an address asks for. What nobody could mean is left out: a page is shown in any case. */
export async function readQuery<Shape extends Record<string, z.ZodType>>(
  query: Query,
  shape: Shape,
): Promise<{ [Name in keyof Shape]?: z.output<Shape[Name]> }> {
  const given = await query;
  const read: { [Name in keyof Shape]?: z.output<Shape[Name]> } = {};
  for (const name of Object.keys(shape) as (keyof Shape & string)[]) {
    const parsed = shape[name]?.safeParse(given[name]);
    if (parsed?.success) read[name] = parsed.data as z.output<Shape[typeof name]>;
  }
  return read;
}
