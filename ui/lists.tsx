import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'
import { Jack, LetterJack, type Progress } from './jack.tsx'
import { type State, StateMark } from './marks.tsx'

/** The main pattern of the site: rows with a thin line above each. */
export const RowList = ({ label, children }: { label?: string; children?: Child }) => (
  <ul class="rows" aria-label={label}>
    {children}
  </ul>
)

/**
 * One row: when (or a letter), what, and one act at the right. On a phone these stack in this order.
 *
 * @param when   a short day or a deadline; with `state` it gets its shape
 * @param title  what it is; with `href` a link, in ink when the row also has an act
 * @param act    one button or link; outlined only when it matters now
 */
export const Row = ({ when, state, letter, title, href, act, selected, level, children }: {
  when?: Child
  state?: State
  letter?: string
  title: Child
  href?: string
  act?: Child
  selected?: boolean
  /** The title is a heading of this level, where rows are long. */
  level?: 2 | 3
  children?: Child
}) => {
  const Title = level === 2 ? 'h2' : level === 3 ? 'h3' : 'p'
  return (
    <li class={classes('row', selected && 'is-selected', Boolean(act) && 'row-with-act', !when && !letter && 'row-plain', letter && 'row-lettered')} aria-current={selected ? 'true' : undefined}>
      {letter ? <LetterJack letter={letter} /> : null}
      {when ? <div class="row-when">{state ? <StateMark state={state}>{when}</StateMark> : when}</div> : null}
      <div class="row-what">
        <Title class={classes('row-name', level && 'row-title')}>{href ? <a href={href}>{title}</a> : title}</Title>
        {children ? <div class="row-more">{children}</div> : null}
      </div>
      {act ? <div class="row-act">{act}</div> : null}
    </li>
  )
}

/** A day as a calendar leaf in a row: day of the week small, date large, and the month when it is not the same for all. */
export const DateLeaf = ({ weekday, date, month, iso }: { weekday: string; date: string; month?: string; iso: string }) => (
  <time class="date-leaf" datetime={iso}>
    <span class="date-leaf-weekday">{weekday}</span> <span class="date-leaf-date">{date}</span> {month ? <span class="date-leaf-month">{month}</span> : null}
  </time>
)

/** Person with organisation: name bold, thin line, organisation soft. No picture, no initials. */
export const PersonChip = ({ name, organization }: { name: string; organization?: string }) => (
  <span class="person">
    <span class="person-name">{name}</span>
    {organization ? (
      <>
        <span class="unseen">, </span>
        <span class="person-for">{organization}</span>
      </>
    ) : null}
  </span>
)

/** Chips beside each other, under each other on a phone. */
export const People = ({ children }: { children?: Child }) => <p class="people">{children}</p>

/** A short list with a thin line above each: people, agreements, what was done. */
export const ShortList = ({ children }: { children?: Child }) => <ul class="short-list">{children}</ul>

/** One line of a `ShortList`; `progress` gives it a ring, `state` a shape. */
export const ShortItem = ({ title, progress, children }: { title: Child; progress?: Progress; children?: Child }) => (
  <li class={classes('short-item', progress && 'short-item-marked')}>
    {progress ? <Jack progress={progress} size="small" said /> : null}
    <div>
      <p class={progress ? 'short-name' : 'short-name strong'}>{title}</p>
      {children ? <div class="small soft">{children}</div> : null}
    </div>
  </li>
)

/** Ticked sentences: what is the case, each with a full ring. */
export const Points = ({ points }: { points: readonly Child[] }) => (
  <ul class="points">
    {points.map((point) => (
      <li>
        <Jack progress="done" />
        <span>{point}</span>
      </li>
    ))}
  </ul>
)
