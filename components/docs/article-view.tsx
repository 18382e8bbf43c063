import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { CodeBlock } from './code-block';
import { DocsTable } from './docs-table';
import type { Article, Block, Inline } from './markdown';

type Parts = Readonly<Record<string, ReactNode>>;

/** An article of the documentation; `parts` are what its `:::name` lines stand for. */
export function ArticleView({ article, parts }: { article: Article; parts: Parts }) {
  return (
    <article className="docs-text">
      <h1 className="text-2xl font-bold lg:text-[2.125rem] lg:leading-[2.75rem]">
        {article.title}
      </h1>
      <p className="text-lg text-soft">{article.lead}</p>
      <Blocks blocks={article.opening} parts={parts} under={article.title} />
      {article.sections.map(({ id, title, blocks }) => (
        <section key={id}>
          <h2 id={id}>{title}</h2>
          <Blocks blocks={blocks} parts={parts} under={title} />
        </section>
      ))}
    </article>
  );
}

function Blocks({
  blocks,
  parts,
  under,
}: {
  blocks: readonly Block[];
  parts: Parts;
  /** The heading, which names its tables. */
  under: string;
}) {
  return blocks.map((block, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed text
    <One key={place} block={block} parts={parts} label={place > 0 ? `${under} ${place}` : under} />
  ));
}

function One({ block, parts, label }: { block: Block; parts: Parts; label: string }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 id={block.id}>
          <Words pieces={block.text} />
        </h3>
      );
    case 'paragraph':
      return (
        <p>
          <Words pieces={block.text} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed text
        <li key={place}>
          <Words pieces={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <DocsTable
          label={label}
          head={block.head.map((cell) => (cell.length === 0 ? '' : words(cell)))}
          rows={block.rows.map((cells) => ({ cells: cells.map(words) }))}
        />
      );
    case 'code':
      return <CodeBlock code={block.code} language={block.language} title={block.title} />;
    case 'part':
      return parts[block.name];
  }
}

const words = (pieces: readonly Inline[]): ReactNode => <Words pieces={pieces} />;

export function Words({ pieces }: { pieces: readonly Inline[] }) {
  return pieces.map((piece, place) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed text
    return <Piece key={place} piece={piece} />;
  });
}

function Piece({ piece }: { piece: Inline }) {
  switch (piece.kind) {
    case 'code':
      return <code translate="no">{piece.text}</code>;
    case 'strong':
      return <strong>{piece.text}</strong>;
    case 'link':
      return <a href={piece.href}>{piece.text}</a>;
    default:
      return <Text text={piece.text} />;
  }
}

/** Chinese within another language is said to be that, for whoever reads aloud. */
function Text({ text }: { text: string }) {
  const locale = useLocale();
  if (locale === 'zh-CN') return text;
  return text.split(/(\p{Script=Han}+)/u).map((part, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a fixed text
      <span key={place} lang="zh-CN">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
