import { type IsoDay, fullDay, longDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { LetterJack } from '../../ui/jack.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { distanceText } from './distance.ts'
import type { ShownLine } from './shown.ts'
import { texts } from './texts.ts'

/** "3 november", with the year when it is another one: the day of the week says nothing here. */
const dayOnly = (day: IsoDay, now: Date): string => longDay(day, now).replace(/^\S+ /, '')

/** How sure it is what stands here: a word, a shape and a day. */
export const AgeMark = ({ it, now }: { it: Pick<ShownLine, 'age' | 'assuredDate' | 'staleOn'>; now: Date }) => {
  if (it.age === 'never' || !it.assuredDate) return <StateMark state="watch">{say(texts.neverChecked)}</StateMark>
  if (it.age === 'stale') return <StateMark state="watch">{say(texts.notConfirmed(fullDay(it.assuredDate)))}</StateMark>
  return <StateMark state="good">{say(texts.checkedOn(dayOnly(it.assuredDate, now)))}</StateMark>
}

/** One place that was found: what it is for you first, then the facts, its age, and why it is here. */
export const ResultRow = ({ it, letter, now }: { it: ShownLine; letter: string | null; now: Date }) => {
  const facts = [
    { name: say(texts.open), value: it.hours },
    { name: say(texts.forWhom), value: it.forWhom },
    { name: say(texts.cost), value: it.cost },
    { name: say(texts.far), value: it.metres === null ? null : distanceText(it.metres) },
  ].filter((fact) => fact.value)
  return (
    <li class="row row-lettered found">
      {letter ? <LetterJack letter={letter} /> : <span class="found-dot" aria-hidden="true" />}
      <div class="row-what">
        <h2 class="row-name row-title">
          {it.href ? <a href={it.href}>{it.name}</a> : it.name}
        </h2>
        <div class="row-more">
          {it.over ? <p class="small soft">{it.over}</p> : null}
          {it.summary ? <p>{it.summary}</p> : null}
          {it.phone ? (
            <p>
              <a href={phoneHref(it.phone)}>{it.phone}</a>
            </p>
          ) : null}
          {facts.length > 0 ? (
            <dl class="found-facts">
              {facts.map(({ name, value }) => (
                <div>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          ) : null}
          {it.closed ? (
            <p>
              <StateMark state="watch">{it.closedUntil ? say(texts.closedUntil(dayOnly(it.closedUntil, now))) : say(texts.closedNow)}</StateMark>
            </p>
          ) : null}
          {it.entity === 'service' || it.entity === 'organization' ? (
            <p>
              <AgeMark it={it} now={now} />
            </p>
          ) : null}
          {it.why.length > 0 ? (
            <p class="small soft">
              {say(texts.why)}
              {it.why.join(', ')}
            </p>
          ) : null}
        </div>
      </div>
    </li>
  )
}
