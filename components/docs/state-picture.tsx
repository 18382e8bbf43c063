import { useId } from 'react';

export interface StateNode {
  state: string;
  name: string;
  /** The middle of its box. */
  x: number;
  y: number;
  tone: 'start' | 'good' | 'over';
}
export interface StateEdge {
  from: string;
  to: string;
  name: string;
}

const BOX = { width: 108, height: 44 };
const LOOK = {
  start: 'fill-tint stroke-accent-text',
  good: 'fill-ok-ground stroke-ok',
  over: 'fill-ground stroke-edge',
} as const;

/** A state machine as a picture; the same is said in words to those who cannot see it. */
export function StatePicture({
  title,
  description,
  size,
  nodes,
  edges,
}: {
  title: string;
  description: string;
  size: { width: number; height: number };
  nodes: readonly StateNode[];
  edges: readonly StateEdge[];
}) {
  const id = useId();
  const at = new Map(nodes.map((node) => [node.state, node]));
  return (
    <figure className="rounded-card bg-card p-4 shadow-card">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        className="mx-auto block w-full max-w-md"
        role="img"
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}desc`}
      >
        <title id={`${id}title`}>{title}</title>
        <desc id={`${id}desc`}>{description}</desc>
        <defs>
          <marker
            id={`${id}tip`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0 0 8 4 0 8z" className="fill-edge" />
          </marker>
        </defs>
        {edges.map((edge) => {
          const [from, to] = [at.get(edge.from), at.get(edge.to)];
          return from && to ? (
            <Edge
              key={`${edge.from} ${edge.to}`}
              from={from}
              to={to}
              name={edge.name}
              tip={`url(#${id}tip)`}
            />
          ) : null;
        })}
        {nodes.map((node) => (
          <Box key={node.state} {...node} />
        ))}
      </svg>
    </figure>
  );
}

function Box({ name, x, y, tone }: StateNode) {
  return (
    <g>
      <rect
        x={x - BOX.width / 2}
        y={y - BOX.height / 2}
        {...BOX}
        rx="12"
        strokeWidth="1.5"
        className={LOOK[tone]}
      />
      <text x={x} y={y + 5.5} textAnchor="middle" fontSize="16" className="fill-ink font-semibold">
        {name}
      </text>
    </g>
  );
}

function Edge({
  from,
  to,
  name,
  tip,
}: {
  from: StateNode;
  to: StateNode;
  name: string;
  tip: string;
}) {
  const down = BOX.height / 2;
  const [start, end] = [
    { x: from.x, y: from.y + down },
    { x: to.x, y: to.y - down - 3 },
  ];
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const bend = (end.y - start.y) / 2;
  return (
    <g>
      <path
        d={`M${start.x} ${start.y}C${start.x} ${start.y + bend} ${end.x} ${end.y - bend} ${end.x} ${end.y}`}
        fill="none"
        strokeWidth="1.75"
        className="stroke-edge"
        markerEnd={tip}
      />
      <text
        x={middle.x}
        y={middle.y + 4}
        textAnchor="middle"
        fontSize="13"
        strokeWidth="6"
        paintOrder="stroke"
        className="fill-soft stroke-card"
      >
        {name}
      </text>
    </g>
  );
}
