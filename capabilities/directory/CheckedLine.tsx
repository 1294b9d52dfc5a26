import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { StateMark } from '../../ui/marks.tsx'
import { entryTexts as texts } from './entryTexts.ts'
import { AgeMark } from './ResultRow.tsx'

type Aged = { age: 'fresh' | 'stale' | 'never'; assuredDate: string | null; staleOn: string | null; by: 'link' | 'manager' | 'owner' | 'import' | null }

const checkers = { link: texts.checkedLink, owner: texts.checkedLink, manager: texts.checkedManager, import: texts.checkedImport } as const

/** When it was checked and by whom, and where to say that it is wrong. */
export const CheckedLine = ({ it, now, href }: { it: Aged; now: Date; href: string }) => (
  <div class="checked-line">
    {it.age === 'fresh' && it.assuredDate && it.by ? <StateMark state="good">{say(texts.checkedBy(fullDay(it.assuredDate), say(checkers[it.by])))}</StateMark> : <AgeMark it={it} now={now} />}
    <a href={href}>{say(texts.wrong)}</a>
  </div>
)
