import { expect, test } from 'vitest';
import { exportMigrationRejects } from '@/lib/agreement-migrations/export-migration-rejects';
import { getAgreementMigration } from '@/lib/agreement-migrations/get-agreement-migration';
import { listAgreementMigrations } from '@/lib/agreement-migrations/list-agreement-migrations';
import { receiveAgreementMigration } from '@/lib/agreement-migrations/receive-agreement-migration';
import { sweepAgreementMigrations } from '@/lib/agreement-migrations/sweep-agreement-migrations';
import { db, pool } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { handOver } from '@/tests/support/hand-over';
import {
  CARDS_BEGIN,
  csvRows,
  fileCustomer,
  fileOf,
  HEADER,
  lineOf,
  piecesOf,
} from '@/tests/support/migration-files';
import { refusalCode } from '@/tests/support/refusal-code';
import { tablesWith } from '@/tests/support/search-database';

const newMerchant = async (): Promise<string> => (await seedMerchant()).id;
const sealed = () => db().vaultItem.count({ where: { purpose: 'migration_elements' } });

test('good lines wait sealed, and the database says nothing of what they say', async () => {
  const before = await sealed();
  const merchantId = await newMerchant();
  const { status, migration } = await handOver(
    merchantId,
    fileOf([fileCustomer(), fileCustomer()]),
  );
  expect(status).toBe(202);
  expect(migration).toMatchObject({ state: 'ready', rows: 2, signed: 0, rejected: 0 });
  expect((await sealed()) - before).toBe(2);
  expect(await tablesWith(CARDS_BEGIN)).toEqual([]);
  expect(await tablesWith('王小明')).toEqual([]);
  const { rows } = await pool().query(
    "SELECT FROM pgboss.job WHERE name = 'run-agreement-migration' AND data->>'migrationId' = $1",
    [migration.id],
  );
  expect(rows).toHaveLength(1);
});

test('a bad line is rejected by its number and its reason, and nothing of it is kept', async () => {
  const mark = 'zz-mark-zz';
  const good = fileCustomer();
  const bad: [string, string][] = [
    [`${lineOf(fileCustomer({ reference: mark }))},${mark}`, 'row_malformed'],
    [lineOf(fileCustomer({ reference: '' })), 'bad_reference'],
    [lineOf(fileCustomer({ reference: mark, name: 'x1' })), 'bad_name'],
    [lineOf(fileCustomer({ reference: mark, idNo: '110101199003070039' })), 'bad_id_no'],
    [lineOf(fileCustomer({ reference: mark, cardNo: `${CARDS_BEGIN}00000001` })), 'bad_card_no'],
    [lineOf(fileCustomer({ reference: mark, phone: '1234' })), 'bad_phone'],
    [lineOf({ ...good, name: '王小红' }), 'duplicate_row'],
  ];
  const swapped = fileCustomer();
  bad.push([lineOf({ ...swapped, reference: swapped.cardNo }), 'bad_reference']);
  const merchantId = await newMerchant();
  const text = [HEADER, lineOf(good), ...bad.map(([line]) => line)].join('\n');
  const { migration } = await handOver(merchantId, text);
  expect(migration).toMatchObject({ state: 'ready', rows: 9, rejected: 8 });
  const which = { merchantId, migrationId: migration.id, locale: 'zh-CN' as const };
  const rejects = await csvRows(exportMigrationRejects(which));
  expect(rejects.map(([line, reference, tail, reason]) => [line, reference, tail, reason])).toEqual(
    bad.map(([, reason], place) => [String(place + 3), '', '', reason]),
  );
  expect(rejects[1]?.[4]).toBe('客户编号不符合要求');
  expect(await tablesWith(mark)).toEqual([]);
  expect(await tablesWith('王小红')).toEqual([]);
});

test('a file of nothing but bad lines is done as soon as it is read', async () => {
  const { migration } = await handOver(
    await newMerchant(),
    fileOf([fileCustomer({ phone: '1' }), fileCustomer({ idNo: '1' })]),
  );
  expect(migration).toMatchObject({ state: 'done', rows: 2, rejected: 2 });
});

test('columns are known by their names in either language, in any order, after a byte order mark', async () => {
  const { reference, name, idNo, cardNo, phone } = fileCustomer();
  const text = `\uFEFF手机号,姓名,身份证号,卡号,客户编号\n${phone},${name},"${idNo}",${cardNo},${reference}\n\n`;
  const { migration } = await handOver(await newMerchant(), text);
  expect(migration).toMatchObject({ rows: 1, rejected: 0 });
});

test('the same file again is the same migration, also when both come at once', async () => {
  const merchantId = await newMerchant();
  const file = fileOf([fileCustomer(), fileCustomer()]);
  const both = await Promise.all([handOver(merchantId, file), handOver(merchantId, file)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 202]);
  expect(new Set(both.map(({ migration }) => migration.id)).size).toBe(1);
  expect(await handOver(merchantId, file)).toMatchObject({ status: 200 });
  expect(await listAgreementMigrations(merchantId)).toHaveLength(1);

  // Another merchant's file of the same content is its own.
  expect(await handOver(await newMerchant(), file)).toMatchObject({ status: 202 });
});

test('an idempotency key answers the same again, and refuses another file', async () => {
  const merchantId = await newMerchant();
  const file = fileOf([fileCustomer()]);
  const first = await handOver(merchantId, file, 'key-1');
  const again = await handOver(merchantId, file, 'key-1');
  expect(again).toMatchObject({ status: 202, hit: true, body: first.body });
  const other = handOver(merchantId, fileOf([fileCustomer()]), 'key-1');
  expect(await refusalCode(other)).toBe('idempotency_key_reused');
  expect(await listAgreementMigrations(merchantId)).toHaveLength(1);
});

test.each([
  ['a column too few', 'customer_reference,name,id_no,card_no\na,b,c,d', 'csv_header_invalid'],
  ['a column that we do not take', `${HEADER},cvv\na,b,c,d,e,123`, 'csv_header_invalid'],
  ['a column twice', `${HEADER},phone\n`, 'csv_header_invalid'],
  ['nothing at all', '', 'csv_header_invalid'],
  ['no customer', `${HEADER}\r\n`, 'migration_empty'],
  ['a line without end', `${HEADER}\n${'a'.repeat(2_000)}`, 'csv_line_unreadable'],
  ['a quote that stays open', `${HEADER}\n"${'a,\n'.repeat(1_000)}`, 'csv_line_unreadable'],
  ['a quote in the middle', `${HEADER}\na,b"c",d,e,f\n`, 'csv_line_unreadable'],
])('a file with %s is refused, and nothing of it stays', async (_, text, code) => {
  const merchantId = await newMerchant();
  expect(await refusalCode(handOver(merchantId, text))).toBe(code);
  await expectNothingOf(merchantId);
});

test('a file that is not UTF-8 is refused with what came before it', async () => {
  const merchantId = await newMerchant();
  const before = await sealed();
  const lines = fileOf(Array.from({ length: 600 }, () => fileCustomer()));
  const gbk = Buffer.from([0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7]);
  const file = Buffer.concat([Buffer.from(`${lines}x,`), gbk, Buffer.from(',1,2,3\n')]);
  expect(await refusalCode(handOver(merchantId, file))).toBe('csv_encoding_unknown');
  await expectNothingOf(merchantId);
  expect(await sealed()).toBe(before);
});

test('an upload that breaks off leaves nothing', async () => {
  const merchantId = await newMerchant();
  async function* broken() {
    yield* piecesOf(fileOf(Array.from({ length: 600 }, () => fileCustomer())));
    throw new Refusal('body_incomplete');
  }
  const given = { merchantId, requestedBy: 'key_test', bytes: broken() };
  expect(await refusalCode(receiveAgreementMigration(given))).toBe('body_incomplete');
  await expectNothingOf(merchantId);
});

test('an upload whose process died is destroyed once nothing has come for a while', async () => {
  const merchantId = await newMerchant();
  const before = await sealed();
  let reached: () => void = () => undefined;
  const stored = new Promise<void>((resolve) => {
    reached = resolve;
  });
  async function* stalling() {
    yield* piecesOf(fileOf(Array.from({ length: 600 }, () => fileCustomer())));
    reached();
    await gone;
    yield* piecesOf(lineOf(fileCustomer()));
  }
  let go: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  const given = { merchantId, requestedBy: 'key_test', bytes: stalling() };
  const upload = refusalCode(receiveAgreementMigration(given));
  await stored;
  await sweepAgreementMigrations();
  expect(await db().agreementMigration.count({ where: { merchantId } })).toBe(1);

  await pool().query(
    "UPDATE agreement_migrations SET received_at = received_at - interval '11 minutes' WHERE merchant_id = $1",
    [merchantId],
  );
  await expectNothingOf(merchantId);
  expect(await sealed()).toBe(before);
  // Were it alive after all, it is told.
  go();
  expect(await upload).toBe('body_incomplete');
});

test('another merchant’s migration is not there', async () => {
  const { migration } = await handOver(await newMerchant(), fileOf([fileCustomer()]));
  const which = { merchantId: await newMerchant(), migrationId: migration.id };
  expect(await refusalCode(getAgreementMigration(which))).toBe('not_found');
  const rejects = csvRows(exportMigrationRejects({ ...which, locale: 'en' }));
  expect(await refusalCode(rejects)).toBe('not_found');
});

async function expectNothingOf(merchantId: string): Promise<void> {
  expect(await listAgreementMigrations(merchantId)).toEqual([]);
  await sweepAgreementMigrations();
  expect(await db().agreementMigration.count({ where: { merchantId } })).toBe(0);
}
