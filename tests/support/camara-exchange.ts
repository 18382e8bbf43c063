import { type CamaraApi, documentOf, follow, validatorOfSchema } from './camara-schemas';

type Json = Record<string, unknown>;

/** One call and its answer. `path` begins behind the version: "/payments/prepare", query included. */
export interface CamaraExchange {
  method: string;
  path: string;
  request: { headers: Record<string, string>; body?: unknown };
  response: { status: number; headers: Record<string, string>; body?: unknown };
}

/** Header names in lower case, which they are after fetch and in node:http. */
const CORRELATOR = 'x-correlator';

/** What in a call does not conform to the document, without a look at the answer. */
export function faultsOfCall(api: CamaraApi, exchange: Omit<CamaraExchange, 'response'>): string[] {
  const operation = operationOf(api, exchange);
  if (!operation) return [`no operation ${exchange.method} ${exchange.path}`];
  return [
    ...faultsOfQuery(api, operation, exchange.path),
    ...faultsOfBody(api, operation.requestBody as Json | undefined, exchange.request),
    ...faultsOfCorrelator(exchange.request.headers),
  ].map((fault) => `${exchange.method} ${exchange.path} request: ${fault}`);
}

/** What in a call or its answer does not conform: an undocumented status or code, a field too many, … */
export function faultsOfExchange(api: CamaraApi, exchange: CamaraExchange): string[] {
  return [...faultsOfCall(api, exchange), ...faultsOfAnswer(api, exchange)];
}

export function faultsOfAnswer(api: CamaraApi, exchange: CamaraExchange): string[] {
  const { method, path, request, response } = exchange;
  const operation = operationOf(api, exchange);
  if (!operation) return [`no operation ${method} ${path}`];
  const documented = (operation.responses as Record<string, Json>)[String(response.status)];
  const faults = documented
    ? [
        ...faultsOfBody(api, follow(documentOf(api), documented), response),
        ...faultsOfCorrelator(response.headers, request.headers[CORRELATOR]),
      ]
    : [`${response.status} is not documented`];
  return faults.map((fault) => `${method} ${path} response ${response.status}: ${fault}`);
}

/** The operation of a path; a literal one ("/payments/prepare") before one with a parameter. */
function operationOf(api: CamaraApi, { method, path }: { method: string; path: string }) {
  const [pathname = ''] = path.split('?');
  const matching = Object.entries(documentOf(api).paths)
    .filter(([template, operations]) => {
      const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
      return pattern.test(pathname) && operations[method.toLowerCase()];
    })
    .sort(([a], [b]) => a.split('{').length - b.split('{').length);
  return matching[0]?.[1][method.toLowerCase()];
}

function faultsOfQuery(api: CamaraApi, operation: Json, path: string): string[] {
  const given = new URLSearchParams(path.split('?')[1]);
  const document = documentOf(api);
  const known = new Map<string, Json>();
  for (const reference of (operation.parameters ?? []) as Json[]) {
    const parameter = follow(document, reference);
    if (parameter.in === 'query') known.set(String(parameter.name), parameter.schema as Json);
  }
  return [...new Set(given.keys())].flatMap((name) => {
    const schema = known.get(name);
    if (!schema) return [`unknown parameter ${name}`];
    return validatorOfSchema(api, schema)(readParameter(schema, given.getAll(name)));
  });
}

function readParameter(schema: Json, values: string[]): unknown {
  if (schema.type === 'array') return values;
  return schema.type === 'integer' ? Number(values[0]) : values[0];
}

function faultsOfBody(
  api: CamaraApi,
  described: Json | undefined,
  given: { headers: Record<string, string>; body?: unknown },
): string[] {
  const content = described?.content as Record<string, { schema: Json }> | undefined;
  if (!content) return given.body === undefined ? [] : ['a body where there is none'];
  if (given.body === undefined) return ['no body'];
  const type = given.headers['content-type']?.split(';')[0] ?? '';
  const schema = content[type]?.schema;
  return schema ? validatorOfSchema(api, schema)(given.body) : [`content type ${type}`];
}

const CORRELATOR_PATTERN = /^[a-zA-Z0-9-_:;./<>{}]{0,256}$/;

/** What was sent comes back, if it was fit to be sent. */
function faultsOfCorrelator(headers: Record<string, string>, sent?: string): string[] {
  const value = headers[CORRELATOR];
  if (value !== undefined && !CORRELATOR_PATTERN.test(value)) return ['a malformed x-correlator'];
  const isOwed = sent !== undefined && CORRELATOR_PATTERN.test(sent);
  return isOwed && value !== sent ? [`x-correlator ${value} for ${sent}`] : [];
}
