import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { CatalogueKind, CataloguePreview } from '@/lib/carriers/catalogue';
import { importCatalogue } from '@/lib/carriers/import-catalogue';

/** The catalogue that the demo starts with: what it says is in prisma/seed/carrier-*.csv. */
export async function seedCatalogue(): Promise<void> {
  for (const kind of ['lines', 'ranges'] as const) {
    const bytes = createReadStream(`prisma/seed/carrier-${kind}.csv`);
    await importCatalogue({ kind, bytes, dryRun: false, actor: 'seed' });
  }
}

export const LINE_COLUMNS =
  'line,carrier,name,service_id,modes,province,fee_point,amount_yuan,periodic,user_day_yuan,user_month_yuan,' +
  'province_day_yuan,province_month_yuan,hours,share_percent,term_days,bill_text';

const LINE = {
  line: 'test-line',
  carrier: 'cmcc',
  name: '测试通道',
  service_id: 'TEST01',
  modes: 'sms|wap|direct',
  province: '44',
  fee_point: 'P600',
  amount_yuan: '6',
  periodic: 'no',
  user_day_yuan: '',
  user_month_yuan: '',
  province_day_yuan: '',
  province_month_yuan: '',
  hours: '',
  share_percent: '40',
  term_days: '60',
  bill_text: '增值业务-测试',
};
export type LineCells = typeof LINE;

/** A file of lines, of rows that differ from an ordinary one by what is given. */
export const linesFile = (...rows: Partial<LineCells>[]): string =>
  [LINE_COLUMNS, ...rows.map((row) => Object.values({ ...LINE, ...row }).join(','))].join('\n');

/** Imports what a file says, in place of the whole catalogue of that kind. */
export const importFile = (
  kind: CatalogueKind,
  text: string | Uint8Array,
  { dryRun = false } = {},
): Promise<CataloguePreview> =>
  importCatalogue({
    kind,
    bytes: Readable.from([Buffer.from(text)]),
    dryRun,
    actor: 'usr_finance',
  });
