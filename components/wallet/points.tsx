import { Icon, type IconName } from './icon';

/** What a thing is good for, one line each. */
export function Points({ points }: { points: readonly { icon: IconName; text: string }[] }) {
  return (
    <ul className="grid gap-3">
      {points.map(({ icon, text }) => (
        <li key={icon} className="flex items-center gap-3">
          <span className="grid size-9 shrink-0 place-items-center rounded-mark bg-tint text-accent-text">
            <Icon name={icon} className="size-5" />
          </span>
          <span className="text-sm">{text}</span>
        </li>
      ))}
    </ul>
  );
}
