import type { Child } from 'hono/jsx'
import { say } from '../platform/texts.ts'
import { classes } from './classes.ts'
import { Icon } from './icons.tsx'
import { texts } from './texts.ts'

/** One step of the way to this page; without `href` it is the page's own code or number. */
export type Crumb = { label: string; href?: string; code?: boolean }

const Crumbs = ({ crumbs }: { crumbs: readonly Crumb[] }) => (
  <nav class="crumbs" aria-label={say(texts.whereAmI)}>
    <ol>
      {crumbs.map(({ label, href, code }) => (
        <li class={classes(code && 'code', !href && 'crumb-here')}>{href ? <a href={href}>{label}</a> : label}</li>
      ))}
    </ol>
  </nav>
)

/** One step back, as in "Terug naar 9 plekken": for pages that were reached from a list. */
export const BackLink = ({ href, children }: { href: string; children?: Child }) => (
  <p class="back">
    <a href={href}>
      <Icon name="arrow-left" size={18} />
      <span>{children}</span>
    </a>
  </p>
)

/**
 * The start of every page, always in this order: where am I, heading, the state in words, the next thing.
 *
 * @param crumbs  the way here; or `where`, a line in words ("Maandag 24 november")
 * @param marks   tags and one line that stay in sight, beside the crumbs
 * @param lead    the state in words, one or two sentences
 * @param act     the one filled button of the page, unless a next-step box has it
 */
export const PageHead = ({ title, crumbs, where, marks, lead, act, wide }: {
  title: Child
  crumbs?: readonly Crumb[]
  where?: Child
  marks?: Child
  lead?: Child
  act?: Child
  /** Heading and act stand beside each other on a wide screen. */
  wide?: boolean
}) => (
  <div class={classes('page-head', wide && 'page-head-wide')}>
    {crumbs || marks ? (
      <div class="page-where">
        {crumbs ? <Crumbs crumbs={crumbs} /> : null}
        {marks}
      </div>
    ) : null}
    {where ? <p class="page-where-words">{where}</p> : null}
    <h1 class="page-title">{title}</h1>
    {lead ? <div class="lead">{lead}</div> : null}
    {act ? <div class="page-act">{act}</div> : null}
  </div>
)

/** A part of a page with its heading. `strong` puts 2 px ink above it: a new main part. `note` and `act` stand on the line of the heading. */
export const Section = ({ title, id, level = 2, note, act, strong, children }: {
  title: Child
  id?: string
  level?: 2 | 3
  note?: Child
  act?: Child
  strong?: boolean
  children?: Child
}) => (
  <section class={classes('section', `section-${level}`, strong && 'section-strong')} aria-labelledby={id}>
    <div class="section-head">
      {level === 2 ? (
        <h2 class="section-title" id={id}>
          {title}
        </h2>
      ) : (
        <h3 class="row-title" id={id}>
          {title}
        </h3>
      )}
      {note ? <span class="section-note">{note}</span> : null}
      {act ? <span class="section-act">{act}</span> : null}
    </div>
    {children}
  </section>
)

/** Main part with a narrower one beside it; below 1160 px the side goes under. */
export const WithSide = ({ side, children }: { side: Child; children?: Child }) => (
  <div class="with-side">
    <div class="with-side-main">{children}</div>
    <div class="with-side-side">{side}</div>
  </div>
)

/** Two equal columns; below 960 px one. */
export const TwoColumns = ({ children }: { children?: Child }) => <div class="two-columns">{children}</div>

/** Question at the left, answer at the right: a page that can be read as a list of questions. */
export const Answers = ({ children }: { children?: Child }) => <div class="answers">{children}</div>

/** One question of `Answers`. */
export const Answer = ({ question, children }: { question: Child; children?: Child }) => (
  <section class="answer">
    <h2 class="answer-question">{question}</h2>
    <div class="answer-text">{children}</div>
  </section>
)

/** Names with their values. `spread` puts the value at the right end, for numbers in a well. */
export const Facts = ({ facts, spread }: { facts: readonly { name: Child; value: Child }[]; spread?: boolean }) => (
  <dl class={classes('facts', spread && 'facts-spread')}>
    {facts.map(({ name, value }) => (
      <div class="fact">
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** Somebody's own words, large and in italics. */
export const Quote = ({ children, said }: { children?: Child; said?: Child }) => (
  <figure class="quote">
    <blockquote>{children}</blockquote>
    {said ? <figcaption class="soft small">{said}</figcaption> : null}
  </figure>
)
