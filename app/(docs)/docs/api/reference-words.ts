import { readInline } from '@/components/docs/markdown';
import { FIELD_WORDS } from '../_content/zh-CN/field-words';
import { OPERATION_WORDS } from '../_content/zh-CN/operation-words';
import type { ReferenceCall } from './reference';
import type { Field } from './schema-fields';

/** The document speaks English; a reader of Chinese has the same in Chinese, by the call's id and the field's name. */
export const callWords = ({ id, summary, description }: ReferenceCall, locale: string) => {
  const own = locale === 'en' ? undefined : OPERATION_WORDS[id];
  return {
    summary: own?.summary ?? summary,
    description: readInline(own ? (own.description ?? '') : (description ?? '')),
  };
};

export const fieldWords = ({ name, description = '' }: Field, locale: string): string =>
  locale === 'en' ? description : (FIELD_WORDS[name] ?? description);
