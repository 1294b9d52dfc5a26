import type { Child } from 'hono/jsx'
import { HiddenClaim } from './forms/ActForm.tsx'

/**
 * A switch that acts at once: a form of one button, so it works without script.
 * The sentence beside it says the state, so that it does not hang on colour.
 */
export const SwitchAct = ({ id, on, action, hiddenKey, hiddenVersion, fields = {}, title, children }: {
  id: string
  on: boolean
  action: string
  hiddenKey: string
  hiddenVersion?: string | number
  fields?: Record<string, string>
  title: Child
  children?: Child
}) => (
  <form class="switch-act" method="post" action={action} data-once>
    <HiddenClaim hiddenKey={hiddenKey} hiddenVersion={hiddenVersion} />
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} autocomplete="off" />
    ))}
    <button class="switch" type="submit" role="switch" aria-checked={on ? 'true' : 'false'} aria-labelledby={id} aria-describedby={children ? `${id}-state` : undefined} />
    <div>
      <p class="strong" id={id}>
        {title}
      </p>
      {children ? (
        <p class="soft" id={`${id}-state`}>
          {children}
        </p>
      ) : null}
    </div>
  </form>
)
