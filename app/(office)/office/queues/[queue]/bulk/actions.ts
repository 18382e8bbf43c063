'use server';

import { getLocale } from 'next-intl/server';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { refusalText } from '@/lib/core/errors';
import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';
import { runBulk } from '@/lib/support/run-bulk';
import { bulkInput } from './bulk-input';

/** What became of each row; a refusal in words. */
export const runBulkAction = action({
  name: 'several rows of a queue',
  input: bulkInput,
  may: staffMay('queue.bulk'),
  run: async (input, user) => {
    const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
    const results = await runBulk({ ...input, by: staffActor(user) });
    return results.map(({ id, outcome, why, still }) => ({
      ...{ id, outcome, still, why },
      refusal: why !== null && why in REFUSALS ? refusalText(why as RefusalCode, locale) : null,
    }));
  },
});
