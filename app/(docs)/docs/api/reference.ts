import { openapiDocument } from '@/lib/api/openapi-document';
import { type Field, fieldsOf, type Schema } from './schema-fields';
import { sampleOf } from './schema-sample';

interface Content {
  [type: string]: { schema?: Schema; example?: unknown };
}
interface DocumentOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters: {
    name?: string;
    in?: string;
    required?: boolean;
    description?: string;
    schema?: Schema;
  }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}

/** One call, as its part of the page shows it. */
export interface ReferenceCall {
  id: string;
  tag: string;
  method: string;
  path: string;
  summary: string;
  description?: string;
  pathFields: Field[];
  queryFields: Field[];
  /** Fields of a JSON body, or the type of a file. */
  body?: { fields: Field[]; example: unknown } | { file: string };
  answers: {
    status: string;
    description: string;
    fields?: Field[];
    sample?: unknown;
    file?: string;
  }[];
  problems: { status: string; codes: string[] }[];
}

const METHODS = ['get', 'post', 'patch', 'delete'] as const;

let kept: ReferenceCall[] | undefined;

/** Every call of the OpenAPI document, by its path. */
export function referenceCalls(): readonly ReferenceCall[] {
  kept ??= readCalls();
  return kept;
}

function readCalls(): ReferenceCall[] {
  const document = openapiDocument();
  const named = document.components.schemas as Record<string, Schema>;
  const paths = Object.entries(document.paths).sort(([one], [other]) => (one < other ? -1 : 1));
  return paths.flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const found = item[method] as DocumentOperation | undefined;
      return found ? [readCall(found, method, path, named)] : [];
    }),
  );
}

function readCall(
  operation: DocumentOperation,
  method: string,
  path: string,
  named: Record<string, Schema>,
): ReferenceCall {
  const parameters = (place: string): Field[] =>
    fieldsOf(
      {
        type: 'object',
        required: operation.parameters.flatMap((one) =>
          one.required && one.name ? [one.name] : [],
        ),
        properties: Object.fromEntries(
          operation.parameters.flatMap(({ name, in: at, schema = {}, description }) =>
            name && at === place ? [[name, { ...schema, description }]] : [],
          ),
        ),
      },
      named,
    );
  const responses = Object.entries(operation.responses);
  return {
    id: operation.operationId,
    tag: operation.tags[0] ?? '',
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    pathFields: parameters('path'),
    queryFields: parameters('query'),
    body: readBody(operation.requestBody?.content, named),
    answers: responses
      .filter(([status]) => status.startsWith('2'))
      .map(([status, { description, content = {} }]) => ({
        status,
        description,
        ...readAnswer(content, named),
      })),
    problems: responses
      .filter(([status]) => !status.startsWith('2'))
      .map(([status, { content }]) => ({ status, codes: codesOf(content) })),
  };
}

function readBody(
  content: Content | undefined,
  named: Record<string, Schema>,
): ReferenceCall['body'] {
  if (!content) return undefined;
  const json = content['application/json'];
  if (!json) return { file: Object.keys(content)[0] ?? '' };
  const schema = json.schema ?? {};
  return {
    fields: fieldsOf(schema, named),
    example: json.example ?? sampleOf(schema, named),
  };
}

function readAnswer(content: Content, named: Record<string, Schema>) {
  const schema = content['application/json']?.schema;
  if (!schema) return { file: Object.keys(content)[0] ?? '' };
  return { fields: fieldsOf(schema, named), sample: sampleOf(schema, named) };
}

/** The codes that a status can come with, as the document's own schema names them. */
function codesOf(content: Content = {}): string[] {
  const parts = content['application/problem+json']?.schema?.allOf ?? [];
  return parts.flatMap(({ properties }) => (properties?.code?.enum ?? []).map(String));
}
