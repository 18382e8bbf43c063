import type { CodeSample } from '@/components/docs/code-tabs';
import type { ReferenceCall } from './reference';

const ID = 'ord_01jd5w0a3v8k2m4n6p8q0r2s4t';

/** The same request in four languages, each ready to run with CASHIER_API_KEY in its environment. */
export function requestSamples(call: ReferenceCall, origin: string): CodeSample[] {
  const wanted = call.queryFields.filter((field) => field.required);
  const query = wanted.map(({ name }) => `${name}=…`).join('&');
  const path = call.path.replace(/\{\w+\}/g, ID);
  const url = `${origin}${path}${query ? `?${query}` : ''}`;
  const body = call.body && 'example' in call.body ? call.body.example : undefined;
  const file = call.body && 'file' in call.body;
  const changes = call.method === 'POST' || call.method === 'PATCH';
  const given = { method: call.method, url, body, file: Boolean(file), changes };
  return [
    { tab: 'curl', name: 'curl', language: 'bash', code: curl(given) },
    { tab: 'node', name: 'Node', language: 'js', code: node(given) },
    { tab: 'python', name: 'Python', language: 'python', code: python(given) },
    { tab: 'java', name: 'Java', language: 'java', code: java(given) },
  ];
}

interface Given {
  method: string;
  url: string;
  body: unknown;
  /** The body is a file. */
  file: boolean;
  changes: boolean;
}

const json = (body: unknown, indent: number): string =>
  JSON.stringify(body, null, 2).replaceAll('\n', `\n${' '.repeat(indent)}`);

function curl({ method, url, body, file, changes }: Given): string {
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${url}'`,
    '-H "Authorization: Bearer $CASHIER_API_KEY"',
    ...(changes ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(file ? ["-H 'Content-Type: text/csv'", '--data-binary @customers.csv'] : []),
    ...(body === undefined
      ? []
      : ["-H 'Content-Type: application/json'", `-d '${json(body, 2).replaceAll("'", "'\\''")}'`]),
  ].join(' \\\n  ');
}

function node({ method, url, body, file, changes }: Given): string {
  const imports = [
    ...(changes ? ["import { randomUUID } from 'node:crypto';"] : []),
    ...(file ? ["import { readFile } from 'node:fs/promises';"] : []),
  ];
  const type = file ? 'text/csv' : 'application/json';
  return [
    ...(imports.length > 0 ? [...imports, ''] : []),
    `const answer = await fetch('${url}', {`,
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    '  headers: {',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the reader's program has it
    '    Authorization: `Bearer ${process.env.CASHIER_API_KEY}`,',
    ...(changes ? ["    'Idempotency-Key': randomUUID(),"] : []),
    ...(file || body !== undefined ? [`    'Content-Type': '${type}',`] : []),
    '  },',
    ...(file ? ["  body: await readFile('customers.csv'),"] : []),
    ...(body === undefined ? [] : [`  body: JSON.stringify(${json(body, 2)}),`]),
    '});',
    'console.log(answer.status, await answer.text());',
  ].join('\n');
}

function python({ method, url, body, file, changes }: Given): string {
  const type = file ? 'text/csv' : 'application/json';
  return [
    `import ${body === undefined ? '' : 'json, '}os, urllib.request${changes ? ', uuid' : ''}`,
    '',
    'request = urllib.request.Request(',
    `    '${url}',`,
    `    method='${method}',`,
    '    headers={',
    "        'Authorization': 'Bearer ' + os.environ['CASHIER_API_KEY'],",
    ...(changes ? ["        'Idempotency-Key': str(uuid.uuid4()),"] : []),
    ...(file || body !== undefined ? [`        'Content-Type': '${type}',`] : []),
    '    },',
    ...(file ? ["    data=open('customers.csv', 'rb').read(),"] : []),
    ...(body === undefined ? [] : [`    data=json.dumps(${pythonValue(body)}).encode(),`]),
    ')',
    'with urllib.request.urlopen(request) as answer:',
    '    print(answer.status, answer.read().decode())',
  ].join('\n');
}

/** JSON is Python but for three words. */
const pythonValue = (body: unknown): string =>
  json(body, 4).replace(
    /"(?:\\.|[^"\\])*"|\b(true|false|null)\b/g,
    (text, word: string | undefined) =>
      word
        ? { true: 'True', false: 'False', null: 'None' }[word as 'true' | 'false' | 'null']
        : text,
  );

function java({ method, url, body, file, changes }: Given): string {
  const publisher = file
    ? 'HttpRequest.BodyPublishers.ofFile(Path.of("customers.csv"))'
    : body === undefined
      ? 'HttpRequest.BodyPublishers.noBody()'
      : 'HttpRequest.BodyPublishers.ofString(body)';
  const type = file ? 'text/csv' : 'application/json';
  return [
    'import java.net.URI;',
    'import java.net.http.*;',
    ...(file ? ['import java.nio.file.Path;'] : []),
    ...(changes ? ['import java.util.UUID;'] : []),
    '',
    'class Call {',
    '  public static void main(String[] args) throws Exception {',
    ...(body === undefined
      ? []
      : [
          `    String body = """`,
          `        ${json(body, 8).replaceAll('\\', '\\\\')}`,
          '        """;',
        ]),
    '    HttpRequest request = HttpRequest.newBuilder(URI.create(',
    `            "${url}"))`,
    '        .header("Authorization", "Bearer " + System.getenv("CASHIER_API_KEY"))',
    ...(changes ? ['        .header("Idempotency-Key", UUID.randomUUID().toString())'] : []),
    ...(file || body !== undefined ? [`        .header("Content-Type", "${type}")`] : []),
    `        .method("${method}", ${publisher})`,
    '        .build();',
    '    HttpResponse<String> answer = HttpClient.newHttpClient()',
    '        .send(request, HttpResponse.BodyHandlers.ofString());',
    '    System.out.println(answer.statusCode() + " " + answer.body());',
    '  }',
    '}',
  ].join('\n');
}
