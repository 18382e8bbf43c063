/** UnionPay writes every moment in Beijing time, which has no daylight saving: UTC+8 all year. */
const OFFSET_MS = 8 * 3_600_000;
const STAMP = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/** YYYYMMDDhhmmss of a moment given in epoch milliseconds. */
export function toBeijingStamp(atMs: number): string {
  return new Date(atMs + OFFSET_MS).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** Epoch milliseconds of a YYYYMMDDhhmmss stamp; undefined when it is no real date. */
export function fromBeijingStamp(stamp: string): number | undefined {
  const match = STAMP.exec(stamp);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as number[];
  const atMs = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second) - OFFSET_MS;
  return toBeijingStamp(atMs) === stamp ? atMs : undefined;
}

/** The clearing day (YYYYMMDD): it runs from 23:00 to 23:00, named after the day it ends on. */
export function toClearingDay(atMs: number): string {
  return toBeijingStamp(atMs + 3_600_000).slice(0, 8);
}

/** The same moment some calendar months earlier; used for the refund window. */
export function monthsBefore(atMs: number, months: number): number {
  const date = new Date(atMs + OFFSET_MS);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.getTime() - OFFSET_MS;
}

/** "2026-11-20 23:15:02", for people. */
export function toReadableBeijing(atMs: number): string {
  return new Date(atMs + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
