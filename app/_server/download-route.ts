import type { Operation } from '@/lib/api/operation';
import { type ApiCall, apiRoute, type Handler } from './api-route';
import { csvResponse } from './csv-response';
import { problemLocale } from './problem';
import { refuseQuery } from './refuse-query';

/** A merchant API download: who → run → CSV in pieces; what fails before the first is a problem document. */
export const downloadRoute = ({
  operation,
  fileName,
  run,
}: {
  operation: Operation;
  /** ASCII: a header has no other letters. */
  fileName: string;
  run: (call: ApiCall & { locale: 'zh-CN' | 'en' }) => AsyncGenerator<string, void, void>;
}): Handler =>
  apiRoute(operation, async ({ request, enter }) => {
    const call = await enter();
    refuseQuery(request);
    const pieces = run({ ...call, locale: problemLocale(request) });
    return csvResponse(pieces, { fileName, where: `GET ${new URL(request.url).pathname}` });
  });
