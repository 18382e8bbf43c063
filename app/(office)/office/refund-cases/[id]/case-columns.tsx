import type { ReactNode } from 'react';
import type { CaseScene } from './case-scene';
import { ContentCard } from './content-card';
import { EvidenceCard } from './evidence-card';
import { MoneyCard } from './money-card';
import { ProofCard } from './proof-card';
import { RiskCard } from './risk-card';
import { Timeline } from './timeline';

/** What is to be decided stands beside what it is decided by; on a narrow screen it comes first. */
export function CaseColumns({
  scene,
  files,
  children,
}: {
  scene: CaseScene;
  /** The files that prove it, beside the channel's answer. */
  files: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]">
      <div className="grid gap-4 lg:order-2">
        <ProofCard scene={scene} />
        <ContentCard scene={scene} />
        <RiskCard scene={scene} />
        <EvidenceCard scene={scene} />
        {files}
      </div>
      <div className="grid gap-4">
        <Timeline scene={scene} />
        <MoneyCard scene={scene} />
        {children}
      </div>
    </div>
  );
}
