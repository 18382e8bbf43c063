import { comment, type JsonSchema, objectType, typeName, typeOf } from './schema-type';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: JsonSchema;
}
type Content = Record<string, { schema?: JsonSchema }>;
export interface DocumentOperation {
  operationId?: string;
  summary?: string;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content?: Content };
  responses?: Record<string, { content?: Content } | { $ref: string }>;
}
export interface OpenApiDocument {
  paths?: Record<string, Record<string, unknown>>;
  components?: { schemas?: Record<string, JsonSchema>; parameters?: Record<string, Parameter> };
}

const METHODS = ['get', 'post', 'patch', 'delete'] as const;

/**
 * The text of `generated/operations.ts`: an interface for each named schema of the document, and a class with a method
 * for each operation. The same document always makes the same text.
 */
export function clientSource(document: OpenApiDocument): string {
  const schemas = Object.entries(document.components?.schemas ?? {});
  const paths = Object.entries(document.paths ?? {}).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const operations = paths.flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const found = item[method] as DocumentOperation | undefined;
      return found ? [readOperation(document, path, method, found)] : [];
    }),
  );
  return [
    '// Made from the OpenAPI document by `npm run sdk`; a test compares the two.',
    "import type { Call, CallOptions } from '../call';",
    ...schemas.map(([name, schema]) => declaration(typeName(name), schema)),
    ...operations.flatMap(({ types }) => types),
    [
      'export abstract class Operations {',
      '  protected abstract call<Answer>(call: Call): Promise<Answer>;',
      '',
      operations.map(({ text }) => text).join('\n\n'),
      '}',
    ].join('\n'),
    '',
  ].join('\n\n');
}

function declaration(name: string, schema: JsonSchema): string {
  return hasFields(schema)
    ? `export interface ${name} ${objectType(schema, 0)}`
    : `export type ${name} = ${typeOf(schema)};`;
}

const hasFields = ({ type, properties }: JsonSchema): boolean =>
  type === 'object' && Object.keys(properties ?? {}).length > 0;

function readOperation(
  document: OpenApiDocument,
  path: string,
  method: (typeof METHODS)[number],
  operation: DocumentOperation,
): { text: string; types: string[] } {
  const id = operation.operationId ?? '';
  const parameters = (operation.parameters ?? []).map((one) =>
    '$ref' in one ? document.components?.parameters?.[one.$ref.split('/').pop() ?? ''] : one,
  );
  const query = parameters.filter((one) => one?.in === 'query');
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const types: string[] = [];
  const name = (part: string, schema: JsonSchema): string => {
    if (!hasFields(schema)) return typeOf(schema);
    types.push(declaration(`${typeName(id)}${part}`, schema));
    return `${typeName(id)}${part}`;
  };
  const given: string[] = inPath.map((one) => `${camel(one)}: string`);
  const call = [`method: '${method.toUpperCase()}'`, `path: ${pathText(path)}`];
  const body = bodyOf(operation.requestBody?.content);
  if (body) {
    const type = body === 'file' ? 'string' : name('Body', body);
    const empty = type === 'Record<string, never>';
    given.push(empty ? `body: ${type} = {}` : `body: ${type}`);
    call.push('body');
  }
  if (query.length > 0) {
    const schema = querySchema(query as Parameter[]);
    const type = name('Query', schema);
    given.push(schema.required?.length ? `query: ${type}` : `query: ${type} = {}`);
    call.push('query');
  }
  given.push('options?: CallOptions');
  call.push('options');
  const answers = answerTypes(operation, name);
  return {
    types,
    text: [
      `  ${comment(`${operation.summary ?? id}. ${method.toUpperCase()} ${path}`)}`,
      `  ${id}(${given.join(', ')}): Promise<${answers}> {`,
      `    return this.call({ ${call.join(', ')} });`,
      '  }',
    ].join('\n'),
  };
}

function bodyOf(content: Content | undefined): JsonSchema | 'file' | undefined {
  if (!content) return undefined;
  const json = content['application/json'];
  return json ? (json.schema ?? {}) : 'file';
}

function answerTypes(
  operation: DocumentOperation,
  name: (part: string, schema: JsonSchema) => string,
): string {
  const good = Object.entries(operation.responses ?? {}).filter(([status]) => /^2/.test(status));
  const types = good.map(([, response]) => {
    const content = 'content' in response ? response.content : undefined;
    const body = bodyOf(content);
    return !body || body === 'file' ? 'string' : name('Answer', body);
  });
  return [...new Set(types)].join(' | ') || 'string';
}

/** In an address everything is text, so numbers may be given as such. */
const querySchema = (parameters: Parameter[]): JsonSchema => ({
  type: 'object',
  required: parameters.filter((one) => one.required).map((one) => one.name),
  properties: Object.fromEntries(
    parameters.map(({ name, schema = {}, description }) => {
      const free = schema.type === 'string' && !schema.enum;
      const said = description ?? schema.description;
      return [
        name,
        {
          ...(free ? { anyOf: [{ type: 'string' }, { type: 'number' }] } : schema),
          description: said,
        },
      ];
    }),
  ),
});

const pathText = (path: string): string =>
  path.includes('{')
    ? `\`${path.replace(/\{(\w+)\}/g, (_, name: string) => `\${encodeURIComponent(${camel(name)})}`)}\``
    : `'${path}'`;

const camel = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
