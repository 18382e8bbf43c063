/** JSON Schema as far as the OpenAPI document has it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

export const LIMITS = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
] as const;

/** A field of a body, a query or an answer, named by its way from the top: `payment.method`, `orders[].id`. */
export interface Field {
  path: string;
  /** The last part of the way. */
  name: string;
  type: string;
  required: boolean;
  nullable: boolean;
  description?: string;
  limits: { limit: (typeof LIMITS)[number]; n: number }[];
  /** The values that it can have, where they are counted. */
  values: string[];
  pattern?: string;
}

type Named = Readonly<Record<string, Schema>>;

/** The fields of an object, and of what is in it, in the order that they are written in. */
export function fieldsOf(schema: Schema, named: Named, before = ''): Field[] {
  const { properties = {}, required = [] } = resolve(schema, named);
  return Object.entries(properties).flatMap(([name, given]) => {
    const { schema: own, nullable } = withoutNull(resolve(given, named), named);
    const path = `${before}${name}`;
    const field: Field = {
      path,
      name,
      type: typeOf(own, named),
      required: required.includes(name),
      nullable,
      description: given.description ?? own.description,
      limits: LIMITS.flatMap((limit) => {
        const n = own[limit];
        return n === undefined ? [] : [{ limit, n }];
      }),
      values: valuesOf(own),
      pattern: own.pattern,
    };
    const inside = own.items ? resolve(own.items, named) : own;
    return [field, ...fieldsOf(inside, named, own.items ? `${path}[].` : `${path}.`)];
  });
}

export function resolve(schema: Schema, named: Named): Schema {
  if (!schema.$ref) return schema;
  const found = named[schema.$ref.split('/').pop() ?? ''] ?? {};
  return { ...found, ...(schema.description ? { description: schema.description } : {}) };
}

/** What a field is when it is not null, and whether it can be. */
export function withoutNull(schema: Schema, named: Named): { schema: Schema; nullable: boolean } {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const others = choices.filter((one) => one.type !== 'null');
    const [only = {}] = others;
    const nullable = others.length < choices.length;
    const { description } = schema;
    return others.length === 1
      ? { schema: { ...resolve(only, named), ...(description ? { description } : {}) }, nullable }
      : { schema: { ...schema, anyOf: others }, nullable };
  }
  if (!Array.isArray(schema.type)) return { schema, nullable: false };
  const types = schema.type.filter((type) => type !== 'null');
  const type = types.length === 1 ? types[0] : types;
  return { schema: { ...schema, type }, nullable: types.length < schema.type.length };
}

function typeOf(schema: Schema, named: Named): string {
  if (schema.items) return `${typeOf(resolve(schema.items, named), named)}[]`;
  const value = schema.const ?? schema.enum?.[0];
  if (value !== undefined) return typeof value;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((one) => typeOf(resolve(one, named), named)).join(' | ');
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'object');
  return schema.format && schema.format !== 'safeint' ? `${type} (${schema.format})` : type;
}

const valuesOf = ({ const: only, enum: several, items }: Schema): string[] => {
  const values = only === undefined ? (several ?? items?.enum ?? []) : [only];
  return values.map(String);
};
