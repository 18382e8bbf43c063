import { writeFileSync } from 'node:fs';
import { openapiDocument } from '@/lib/api/openapi-document';
import { OPERATIONS } from '@/lib/api/operations';
import { clientSource, type OpenApiDocument } from '@/lib/sdk/generator/client-source';

/** Writes the client's types and methods anew; the address in the document is nobody's and not used. */
const document = openapiDocument(OPERATIONS, 'https://cashier.example');
const file = new URL('../lib/sdk/generated/operations.ts', import.meta.url);
writeFileSync(file, clientSource(document as unknown as OpenApiDocument));
