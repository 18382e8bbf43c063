import { dayOf } from '@/lib/core/beijing';
import { databaseNow } from '@/lib/core/clock';

/** Today in Beijing, by the database's clock. */
export const databaseDay = async (): Promise<string> => dayOf(await databaseNow());
