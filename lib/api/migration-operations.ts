import { migrationAnswerSchema } from '@/lib/agreement-migrations/schema';
import { noQuerySchema } from '@/lib/orders/schema';
import { operation } from './operation';

const migration = { description: 'The migration', schema: migrationAnswerSchema };

export const CREATE_AGREEMENT_MIGRATION = operation({
  id: 'createAgreementMigration',
  method: 'POST',
  path: '/api/v1/agreement-migrations',
  tag: 'agreement migrations',
  summary: 'Upload existing customers',
  description:
    'A CSV file in UTF-8 with the columns `customer_reference`, `name`, `id_no`, `card_no`, `phone`. It is taken whole or not at all.',
  upload: 'text/csv',
  answers: {
    202: { ...migration, description: 'The file is taken, and worked through' },
    200: { ...migration, description: 'The same file, taken before' },
  },
  refusals: [
    'csv_expected',
    'csv_encoding_unknown',
    'csv_header_invalid',
    'csv_line_unreadable',
    'migration_empty',
    'migration_too_large',
  ],
});

export const GET_AGREEMENT_MIGRATION = operation({
  id: 'getAgreementMigration',
  method: 'GET',
  path: '/api/v1/agreement-migrations/{id}',
  tag: 'agreement migrations',
  summary: 'Get a migration',
  query: noQuerySchema,
  answers: { 200: migration },
  refusals: ['not_found'],
});

export const GET_MIGRATED_AGREEMENTS = operation({
  id: 'getMigratedAgreements',
  method: 'GET',
  path: '/api/v1/agreement-migrations/{id}/agreements.csv',
  tag: 'agreement migrations',
  summary: 'Download the agreements of a migration',
  query: noQuerySchema,
  answers: {
    200: { description: '`customer_reference`, `agreement_id`, `card_tail`', file: 'text/csv' },
  },
  refusals: ['not_found'],
});

export const GET_MIGRATION_REJECTS = operation({
  id: 'getMigrationRejects',
  method: 'GET',
  path: '/api/v1/agreement-migrations/{id}/rejects.csv',
  tag: 'agreement migrations',
  summary: 'Download the rejects of a migration',
  query: noQuerySchema,
  answers: {
    200: {
      description: '`line`, `customer_reference`, `card_tail`, `reason`, `words`',
      file: 'text/csv',
    },
  },
  refusals: ['not_found'],
});
