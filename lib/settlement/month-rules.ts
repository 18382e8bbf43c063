import { type Day, endOfMonth } from '@/lib/core/beijing';

/** "2026-11", and no month that there is not. */
export const isMonth = (text: string): boolean => /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);

export const monthOf = (day: Day): string => day.slice(0, 7);

export const daysOfMonth = (month: string): { from: Day; to: Day } => {
  const from = `${month}-01`;
  return { from, to: endOfMonth(from) };
};

/** The months from one to another, newest first. */
export function monthsBetween(first: string, last: string, most: number): string[] {
  const months: string[] = [];
  for (let month = last; month >= first && months.length < most; month = before(month)) {
    months.push(month);
  }
  return months;
}

function before(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${(number - 1).toString().padStart(2, '0')}`;
}
