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

/** As `readQuery`, for a form that says beside its fields what of them could not be read: that as it was typed. */
export async function readFields<Shape extends Record<string, z.ZodType>>(
  query: Query,
  shape: Shape,
): Promise<{
  asked: { [Name in keyof Shape]?: z.output<Shape[Name]> };
  unread: { [Name in keyof Shape]?: string };
}> {
  const given = await query;
  const asked = await readQuery(query, shape);
  const unread: { [Name in keyof Shape]?: string } = {};
  for (const name of Object.keys(shape) as (keyof Shape & string)[]) {
    const typed = [given[name] ?? ''].flat().join(' ');
    if (typed.trim() !== '' && !(name in asked)) unread[name] = typed;
  }
  return { asked, unread };
}
