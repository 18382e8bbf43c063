import { CodeBlock } from '@/components/docs/code-block';
import { type CodeSample, CodeTabs } from '@/components/docs/code-tabs';
import { env } from '@/lib/core/env';
import { readExample } from '../read-content';

const LANGUAGES = {
  node: { name: 'Node', language: 'js', ending: 'mjs' },
  python: { name: 'Python', language: 'python', ending: 'py' },
  java: { name: 'Java', language: 'java', ending: 'java' },
  php: { name: 'PHP', language: 'php', ending: 'php' },
  go: { name: 'Go', language: 'go', ending: 'go' },
} as const;

const inLanguages = (file: string, tabs: readonly (keyof typeof LANGUAGES)[]): CodeSample[] =>
  tabs.map((tab) => {
    const { name, language, ending } = LANGUAGES[tab];
    const title = `${file}.${ending}`;
    return { tab, name, language, title, code: readExample(`${tab}/${title}`) };
  });

const NodeExample = ({ file }: { file: string }) => (
  <CodeBlock title={file} language="js" code={readExample(`node/${file}`)} />
);

/** The whole shop of the quick start, as a test runs it from this very page. */
export const Shop = () => <NodeExample file="shop.mjs" />;
export const SignedLink = () => <NodeExample file="signed-link.mjs" />;
export const OneCall = () => <NodeExample file="one-call.mjs" />;
export const PaymentLink = () => <NodeExample file="payment-link.mjs" />;
export const Button = () => <NodeExample file="button.mjs" />;
export const SignedCall = () => <NodeExample file="signed-call.mjs" />;

/** Copy-paste files that check our signatures. */
export const Verifiers = () => (
  <CodeTabs samples={inLanguages('cashier-signature', ['node', 'python', 'java', 'php', 'go'])} />
);
export const Sm2 = () => <CodeTabs samples={inLanguages('cashier-sm2', ['node', 'java'])} />;

/** What registers the address of the shop above. */
export const CreateEndpoint = () => (
  <CodeBlock
    language="bash"
    title="curl"
    code={`curl ${env().APP_ORIGIN}/api/v1/webhook-endpoints \\
  -H "Authorization: Bearer $CASHIER_API_KEY" \\
  -H 'Idempotency-Key: my-first-endpoint' \\
  -H 'Content-Type: application/json' \\
  -d '{"url": "http://localhost:4000/hook"}'`}
  />
);
