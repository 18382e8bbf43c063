import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** The two interfaces of CAMARA CarrierBillingCheckOut r3.2, as they lie in `tests/support/camara`. */
export type CamaraApi = 'carrier-billing' | 'carrier-billing-refund';

type Json = Record<string, unknown>;
export interface CamaraDocument {
  paths: Record<string, Record<string, Json>>;
  components: { schemas: Record<string, Json>; [kind: string]: Record<string, Json> };
}

const SCHEMAS = '#/components/schemas/';
const documents = new Map<CamaraApi, CamaraDocument>();
const validators = new Map<string, ValidateFunction>();
const ajv = addFormats(
  new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, multipleOfPrecision: 6 }),
);

/**
 * Judges a value by one of the named schemas: what is wrong with it, an empty list when it conforms. A
 * property that the schema does not name is wrong too: the standard would let it pass, but neither our
 * requests nor the simulator's answers have a reason for one.
 */
export function validatorOf(api: CamaraApi, schemaName: string): (value: unknown) => string[] {
  if (!documentOf(api).components.schemas[schemaName]) {
    throw new Error(`${api} has no schema ${schemaName}`);
  }
  return validatorOfSchema(api, { $ref: SCHEMAS + schemaName });
}

/** The same for a schema that stands somewhere in the document. */
export function validatorOfSchema(api: CamaraApi, schema: Json): (value: unknown) => string[] {
  const key = `${api} ${JSON.stringify(schema)}`;
  documentOf(api);
  const validate = validators.get(key) ?? ajv.compile(close(absolute(api, schema)));
  validators.set(key, validate);
  return (value) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      `${instancePath || '/'} ${message} ${JSON.stringify(params)}`.trim(),
    );
  };
}

/** The document itself, its schemas made readable for a validator. */
export function documentOf(api: CamaraApi): CamaraDocument {
  const known = documents.get(api);
  if (known) return known;
  const file = join(import.meta.dirname, 'camara', `${api}.yaml`);
  const document = parse(readFileSync(file, 'utf8')) as CamaraDocument;
  document.components.schemas = withDiscriminators(document.components.schemas);
  documents.set(api, document);
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => [name, closeInside(absolute(api, schema))] as const,
  );
  ajv.addSchema({ $id: api, components: { schemas: Object.fromEntries(schemas) } });
  return document;
}

/** What a `$ref` within the document leads to; anything else is what it is. */
export function follow(document: CamaraDocument, value: Json): Json {
  const { $ref } = value;
  if (typeof $ref !== 'string') return value;
  const [kind = '', name = ''] = $ref.replace('#/components/', '').split('/');
  const found = document.components[kind]?.[name];
  if (!found) throw new Error(`${$ref} leads nowhere`);
  return found;
}

/**
 * OpenAPI's discriminator says: whatever claims to be of a kind has to conform to the schema of that kind,
 * which itself includes the general one. As JSON Schema the general one becomes `…Base`, and its name
 * stands for it together with one condition for each kind.
 */
function withDiscriminators(schemas: Record<string, Json>): Record<string, Json> {
  const made: Record<string, Json> = { ...schemas };
  for (const [name, schema] of Object.entries(schemas)) {
    const { discriminator, ...base } = schema;
    if (!discriminator) continue;
    const { propertyName, mapping } = discriminator as {
      propertyName: string;
      mapping: Record<string, string>;
    };
    const kinds = Object.entries(mapping);
    made[`${name}Base`] = base;
    made[name] = {
      allOf: [
        { $ref: `${SCHEMAS}${name}Base` },
        { properties: { [propertyName]: { enum: kinds.map(([kind]) => kind) } } },
        ...kinds.map(([kind, $ref]) => ({
          if: { required: [propertyName], properties: { [propertyName]: { const: kind } } },
          // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word
          then: { $ref },
        })),
      ],
    };
    for (const $ref of Object.values(mapping)) {
      const kind = $ref.slice(SCHEMAS.length);
      made[kind] = replaceRef(made[kind], SCHEMAS + name, `${SCHEMAS}${name}Base`) as Json;
    }
  }
  return made;
}

const replaceRef = (value: unknown, from: string, to: string): unknown =>
  mapRefs(value, ($ref) => ($ref === from ? to : $ref));

const absolute = (api: CamaraApi, schema: Json): Json =>
  mapRefs(schema, ($ref) => ($ref.startsWith('#') ? api + $ref : $ref)) as Json;

function mapRefs(value: unknown, change: ($ref: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => mapRefs(one, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? change(inner) : mapRefs(inner, change),
    ]),
  );
}

/** Closes a schema that a whole value has to conform to; an object of which nothing is said stays open. */
function close(schema: Json): Json {
  const saysNothing = schema.type === 'object' && !schema.properties;
  return saysNothing ? schema : { allOf: [closeInside(schema)], unevaluatedProperties: false };
}

/** Closes the values inside, not the schema itself: it may be one part of several. */
function closeInside(schema: Json): Json {
  const { properties, items, allOf, ...rest } = schema;
  return {
    ...rest,
    ...(isJson(items) ? { items: close(items) } : {}),
    ...(Array.isArray(allOf) ? { allOf: allOf.map((one) => closeInside(one as Json)) } : {}),
    ...(isJson(properties) ? { properties: closeEach(properties) } : {}),
  };
}

const closeEach = (properties: Json): Json =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, isJson(value) ? close(value) : value]),
  );

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
