import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { CodeBlock } from './code-block';
import type { CodeLanguage } from './highlight';

export interface CodeSample {
  /** One of those that docs.css knows. */
  tab: 'curl' | 'node' | 'python' | 'java' | 'php' | 'go';
  name: string;
  language: CodeLanguage;
  code: string;
  title?: string;
}

/** The same in several languages, one at a time. A browser that does not know :has() shows them all. */
export function CodeTabs({ samples, label }: { samples: readonly CodeSample[]; label?: string }) {
  const t = useTranslations('docs.code');
  const id = useId();
  return (
    <fieldset className="docs-tabs">
      <legend className="sr-only">{label ?? t('languages')}</legend>
      <div className="docs-tab-row">
        {samples.map(({ tab, name }, place) => (
          <label key={tab}>
            <input type="radio" name={id} value={tab} defaultChecked={place === 0} />
            <span translate="no">{name}</span>
          </label>
        ))}
      </div>
      {samples.map(({ tab, ...sample }) => (
        <div key={tab} data-tab={tab}>
          <CodeBlock {...sample} title={sample.title ?? sample.name} />
        </div>
      ))}
    </fieldset>
  );
}
