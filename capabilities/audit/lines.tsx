import { shortMoment } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { PersonChip } from '../../ui/lists.tsx'
import { Code, Tag } from '../../ui/marks.tsx'
import { roleNames } from '../access/index.ts'
import { texts } from './texts.ts'
import type { ShownEvent, ShownHappened } from './views.tsx'
import { purposeWords, whatHappened } from './words.ts'

/** A role as people call it; nothing for an unknown one. */
export const roleWords = (role: string | null): string | undefined => (role !== null && role in roleNames ? say(roleNames[role as keyof typeof roleNames]) : undefined)

/** The moment, as a machine reads it too. */
export const At = ({ at, now }: { at: string; now: Date }) => <time datetime={at}>{shortMoment(new Date(at), now)}</time>

/** What was done, and for which task; a refusal says so. */
export const What = ({ it }: { it: ShownHappened }) => {
  const purpose = purposeWords(it.purpose)
  return (
    <>
      {say(whatHappened(it.eventCode, it.action))} {it.outcome === 'refused' ? <Tag>{say(texts.refused)}</Tag> : null}
      {purpose ? <p class="small soft">{say(texts.purposeFor(say(purpose)))}</p> : null}
    </>
  )
}

/** The numbers of the cases it was about. */
export const About = ({ it }: { it: ShownHappened }) => (
  <>
    {it.caseNumbers.map((number, index) => (
      <>
        {index > 0 ? ', ' : ''}
        <Code>{number}</Code>
      </>
    ))}
    {it.caseNumbers.length > 0 && it.subjects > it.caseNumbers.length ? ` ${say(texts.andMore(it.subjects - it.caseNumbers.length))}` : ''}
  </>
)

/** Who it was: name with organisation and role; residents and visitors without a name, and what the program does by itself. */
export const Who = ({ it }: { it: ShownEvent }) => {
  const role = roleWords(it.role)
  if (it.userKind === 'resident') return <>{say(texts.resident)}</>
  if (it.userKind === 'visitor') return <>{say(texts.visitor)}</>
  if (it.userKind === 'system') return <>{say(texts.system)}</>
  return (
    <>
      <PersonChip name={it.who ?? role ?? ''} organization={it.organizationName ?? undefined} />
      {it.who && role ? <p class="small soft">{role}</p> : null}
    </>
  )
}
