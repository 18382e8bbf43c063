/** JSON Schema as far as an OpenAPI document of ours has it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema | false;
  prefixItems?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

/** The TypeScript type of a schema, written into lines that are `depth` steps in. */
export function typeOf(schema: JsonSchema, depth = 0): string {
  if (schema.$ref) return nameOfRef(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return unique(choices.map((one) => typeOf(one, depth))).join(' | ');
  if (schema.allOf) return unique(schema.allOf.map((one) => typeOf(one, depth))).join(' & ');
  if (Array.isArray(schema.type)) {
    return unique(schema.type.map((type) => typeOf({ ...schema, type }, depth))).join(' | ');
  }
  switch (schema.type) {
    case 'object':
      return objectType(schema, depth);
    case 'array':
      return `Array<${schema.items ? typeOf(schema.items, depth) : 'unknown'}>`;
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    default:
      return 'unknown';
  }
}

/** Braces and fields, as an interface has them. */
export function objectType(schema: JsonSchema, depth: number): string {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) {
    const rest = schema.additionalProperties;
    if (typeof rest === 'object') return `Record<string, ${typeOf(rest, depth)}>`;
    return rest === false ? 'Record<string, never>' : 'Record<string, unknown>';
  }
  const step = '  '.repeat(depth + 1);
  const lines = fields.flatMap(([name, field]) => {
    const mark = schema.required?.includes(name) ? '' : '?';
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
    return [
      ...(field.description ? [`${step}${comment(field.description)}`] : []),
      `${step}${key}${mark}: ${typeOf(field, depth + 1)};`,
    ];
  });
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
}

export const comment = (text: string): string =>
  `/** ${text.replace(/\s+/g, ' ').replaceAll('*/', '* /').trim()} */`;

/** `#/components/schemas/Order` → `Order`. */
export const nameOfRef = (ref: string): string => typeName(ref.split('/').pop() ?? '');

export const typeName = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^./, (letter) => letter.toUpperCase());

const unique = (types: string[]): string[] => [...new Set(types)];
