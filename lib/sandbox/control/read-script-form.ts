import { type ScriptInput, scriptSchema } from '../behaviour/schema';
import { PRESETS } from './presets';

/** The script that the control page's form describes; a ZodError where it describes none. */
export function readScriptForm(form: Record<string, unknown>): ScriptInput {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '');
  const preset = PRESETS.find(({ name }) => name === text('preset'));
  const declines = preset?.behaviour.outcome !== undefined;
  const kind = text('kind') || undefined;
  const narrowed = text('orderId')
    ? { orderId: text('orderId') }
    : text('amount') && { amount: text('amount') };
  return scriptSchema.parse({
    match: { ...(narrowed || { any: true }), kind },
    behaviour: preset && { ...preset.behaviour, ...(declines && { respCode: text('respCode') }) },
    times: text('times') === '' ? undefined : Number(text('times')),
  });
}
