import { ActPanel } from './act-panel';
import type { Act } from './acts';
import type { CaseScene } from './case-scene';
import { CoolOff } from './cool-off';
import { JustDone } from './just-done';

/** What was just done, what can still be stopped, and what somebody is about to do. */
export function CaseNow({
  scene,
  act,
  done,
}: {
  scene: CaseScene;
  act: Act | undefined;
  done: Act | undefined;
}) {
  return (
    <>
      {done ? <JustDone act={done} scene={scene} /> : null}
      <CoolOff scene={scene} />
      {act ? <ActPanel act={act} scene={scene} /> : null}
    </>
  );
}
