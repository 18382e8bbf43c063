import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { csvResponse } from './csv-response';
import { problemLocale } from './problem';
import { answering, type Handler } from './route';

/** A merchant API download: who → run → CSV in pieces; what fails before the first is a problem document. */
export function downloadRoute(spec: {
  /** ASCII: a header has no other letters. */
  fileName: string;
  run: (call: {
    merchantId: string;
    params: Record<string, string>;
    locale: 'zh-CN' | 'en';
  }) => AsyncGenerator<string, void, void>;
}): Handler {
  return answering(async (request, params) => {
    const { merchantId } = await authenticateApiKey(request.headers.get('authorization'));
    const pieces = spec.run({ merchantId, params, locale: problemLocale(request) });
    const where = `GET ${new URL(request.url).pathname}`;
    return csvResponse(pieces, { fileName: spec.fileName, where });
  });
}
