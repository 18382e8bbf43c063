import type { StaffRole } from '@/lib/core/staff-permissions';
import { cny, type Money } from '@/lib/money/money';

/** What one person may give back on a day (Beijing time) out of merchants' money, in fen; nobody else does. */
const DAILY_CAP_FEN: Partial<Record<StaffRole, bigint>> = {
  agent: 500_000n,
  senior_agent: 5_000_000n,
  finance: 20_000_000n,
};

export const agentCapOf = (role: StaffRole): Money => cny(DAILY_CAP_FEN[role] ?? 0n);
