import type { Child } from 'hono/jsx'
import { dayOf, fromToday, type IsoDay, longDay, shortDay } from '../platform/dates.ts'
import { say } from '../platform/texts.ts'
import { Jack, type Progress } from './jack.tsx'
import { texts } from './texts.ts'

/** A day as people say it: "wo 3 dec, over 9 dagen". `now` adds the distance, and the year when it is another. */
export const Day = ({ at, now, long }: { at: IsoDay | Date; now?: Date; long?: boolean }) => (
  <time datetime={typeof at === 'string' ? at : dayOf(at)}>
    {(long ? longDay : shortDay)(at, now)}
    {now ? `, ${fromToday(at, now)}` : ''}
  </time>
)

/** What happened or will happen, newest on top. A planned one stands above today, with a dashed cord. */
export type Happening = { when: Child; what: Child; note?: Child; planned?: boolean }

/** Happenings in order of time: small rings, the date in its own column. */
export const Timeline = ({ happenings, label }: { happenings: readonly Happening[]; label?: string }) => (
  <ol class="timeline" aria-label={label}>
    {happenings.map(({ when, what, note, planned }) => (
      <li class={planned ? 'happening happening-planned' : 'happening'}>
        <Jack progress={planned ? 'now' : 'waits'} size="small" />
        <p class="happening-when">{when}</p>
        <div>
          <p>{what}</p>
          {note || planned ? (
            <p class="small soft">
              {planned ? <span class="unseen">{say(texts.planned)}: </span> : null}
              {note}
            </p>
          ) : null}
        </div>
      </li>
    ))}
  </ol>
)

/** A step of the way: name, date and who, and where it is in time. */
export type Step = { name: Child; note?: Child; progress: Progress; href?: string }

/** The steps of a way, under each other: blue-green behind, orange now, grey ahead. */
export const Spine = ({ steps, label }: { steps: readonly Step[]; label: string }) => (
  <ol class="spine" aria-label={label}>
    {steps.map(({ name, note, progress, href }) => (
      <li class={`step step-${progress}`} aria-current={progress === 'now' ? 'step' : undefined}>
        <Jack progress={progress} said />
        <div class="step-words">
          <span class="step-name">{href ? <a href={href}>{name}</a> : name}</span> {note ? <span class="step-note">{note}</span> : null}
        </div>
      </li>
    ))}
  </ol>
)

/** Parts of a page on one cord: now, later, others. */
export const Cord = ({ children }: { children?: Child }) => <div class="cord">{children}</div>

/** One part on the cord with its heading and how many there are. */
export const CordPart = ({ progress, title, count, children }: { progress: Progress; title: Child; count?: Child; children?: Child }) => (
  <section class={`cord-part cord-part-${progress}`}>
    <Jack progress={progress} />
    <div class="section-head">
      <h2 class="section-title">{title}</h2>
      {count === undefined ? null : <span class="section-note">{count}</span>}
    </div>
    {children}
  </section>
)
