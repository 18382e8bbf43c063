import { inflateSync } from 'node:zlib';
import type { ChannelContract } from '../port';
import type { StatementAnswer, StatementPort } from '../statement-port';
import { clearingDayOf, readyAt, settleDateOf } from './clearing-day';
import { contractOf, type Setup } from './config';
import { accessFields, BIZ_TYPE, txnTimeOf } from './contract-fields';
import { evidenceOf } from './evidence';
import { ask } from './exchange';
import type { Fields } from './read-fields';
import { CHANNEL_TYPE } from './requests';
import { readAdjustments, readSettled } from './statement-translate';
import { unreadable } from './translate';
import { readZip, type ZipEntry } from './zip';

const MB = 1024 * 1024;
const LARGEST_ANSWER = 64 * MB;
/** What all files of an archive may unpack to: some 800,000 lines. */
const LARGEST_FILES = 512 * MB;
/** A file may take so many times as long as an answer. */
const PATIENCE = 8;
const NO_FILE = '98';
/** INN, yyMMdd, two digits, which of the files, and whose. */
const ENTRY = /^INN([0-9]{6})[0-9]{2}(ZM|ZME)_([0-9A-Za-z]{15})$/;

interface Wanted {
  day: string;
  merchantNo: string;
}

/** 76/01: the file of a clearing day. */
export const createStatements = (setup: Setup): StatementPort => ({
  readyAt,
  clearingDayOf,
  async download(given) {
    const contract = contractOf(setup, given);
    const fields = fileFields(contract, given);
    const call = {
      url: setup.fileUrl,
      fields,
      at: given.requestedAt,
      largestAnswerBytes: LARGEST_ANSWER,
      timeoutMs: setup.timeoutMs * PATIENCE,
    };
    return ask(setup, call, (answer) => {
      const expected = { merId: contract.merchantNo, settleDate: fields.settleDate };
      const foreign = Object.entries(expected).find(
        ([name, value]) => (name === 'merId' || name in answer) && answer[name] !== value,
      );
      if (foreign) return unreadable(answer, `${foreign[0]} is not ours`);
      if (answer.respCode === NO_FILE) return { kind: 'absent', evidence: evidenceOf(answer) };
      if (answer.respCode !== '00') return unreadable(answer, 'the question was refused');
      return fileOf(answer, { day: given.day, merchantNo: contract.merchantNo });
    });
  },
});

const fileFields = (
  contract: ChannelContract,
  { day, requestedAt }: { day: string; requestedAt: Date },
) => ({
  ...accessFields(contract),
  bizType: BIZ_TYPE.none,
  txnType: '76',
  txnSubType: '01',
  channelType: CHANNEL_TYPE.pc,
  txnTime: txnTimeOf({ requestedAt }),
  settleDate: settleDateOf(day),
  fileType: '00',
});

/** All of a file or nothing: one line that cannot be read makes it unreadable. */
function fileOf(answer: Fields, wanted: Wanted): StatementAnswer {
  const archive = unpacked(answer.fileContent ?? '');
  const entries = archive && readZip(archive, LARGEST_FILES);
  if (!entries) return unreadable(answer, 'fileContent is no archive');
  const settled = contentOf(entries, 'ZM', wanted);
  if (!settled) return unreadable(answer, 'the archive has no file of this merchant and day');
  const lines = readSettled({ ...wanted, content: settled });
  const adjusted = contentOf(entries, 'ZME', wanted);
  const adjustments = adjusted ? readAdjustments({ ...wanted, content: adjusted }) : [];
  if (!lines || !adjustments) return unreadable(answer, 'a line of the file is malformed');
  const evidence = evidenceOf(answer);
  return { kind: 'file', fileName: answer.fileName ?? '', lines, adjustments, evidence };
}

function contentOf(
  entries: readonly ZipEntry[],
  kind: 'ZM' | 'ZME',
  { day, merchantNo }: Wanted,
): Buffer | undefined {
  const date = day.slice(2).replaceAll('-', '');
  return entries.find(({ name }) => {
    const [, entryDate, entryKind, owner] = ENTRY.exec(name) ?? [];
    return entryDate === date && entryKind === kind && owner === merchantNo;
  })?.content;
}

function unpacked(fileContent: string): Buffer | undefined {
  try {
    return inflateSync(Buffer.from(fileContent, 'base64'), { maxOutputLength: LARGEST_ANSWER });
  } catch {
    return undefined;
  }
}
