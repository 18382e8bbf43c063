import { z } from 'zod';

export interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  $defs?: Record<string, JsonSchema>;
  [keyword: string]: unknown;
}

/**
 * Turns zod schemas into JSON Schema 2020-12 for one document: what has a name of its own (`.meta({ id })`) is
 * gathered, and referred to from wherever it is used.
 */
export function collectSchemas() {
  const named: Record<string, JsonSchema> = {};
  return {
    of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
      const { $schema, ...whole } = z.toJSONSchema(schema, {
        io,
        target: 'draft-2020-12',
        unrepresentable: 'any',
      }) as JsonSchema;
      const { $defs = {}, id, ...own } = refer(whole) as JsonSchema & { id?: string };
      for (const [name, { id: _, ...def }] of Object.entries($defs)) keep(named, name, def);
      if (!id) return own;
      keep(named, id, own);
      return { $ref: `#/components/schemas/${id}` };
    },
    named: (): Record<string, JsonSchema> =>
      Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function keep(named: Record<string, JsonSchema>, name: string, schema: JsonSchema): void {
  const known = named[name];
  if (known && JSON.stringify(known) !== JSON.stringify(schema)) {
    throw new Error(`two schemas are called ${name}`);
  }
  named[name] = schema;
}

/** Points at the document's own place for schemas, and leaves out what says nothing. */
function refer(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(refer);
  if (typeof value !== 'object' || value === null) return value;
  const isTime = 'format' in value && value.format === 'date-time';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(isTime && key === 'pattern') && !isNoBound(key, inner))
      .map(([key, inner]) =>
        key === '$ref' && typeof inner === 'string'
          ? [key, inner.replace('#/$defs/', '#/components/schemas/')]
          : [key, refer(inner)],
      ),
  );
}

/** Any whole number that JSON can carry exactly is no bound worth a line. */
const isNoBound = (key: string, value: unknown): boolean =>
  (key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER;
