import { ButtonLink } from '../../ui/buttons.tsx'
import { say } from '../../platform/texts.ts'
import type { ShownCase } from './shown.ts'

/** What a case is about, for who may read it. */
export type Content = NonNullable<ShownCase['content']>

/** The act with this name, when it is open to the one who looks. */
export const acting = (it: ShownCase, name: string) => it.acts.find((one) => one.name === `cases.${name}`)

/** The way to an act; nothing when it is not open now. */
export const ActLink = ({ it, name, look = 'plain' }: { it: ShownCase; name: string; look?: 'plain' | 'outlined' | 'filled' }) => {
  const found = acting(it, name)
  return found ? (
    <ButtonLink look={look} href={found.href}>
      {say(found.title)}
    </ButtonLink>
  ) : null
}
