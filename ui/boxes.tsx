import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'
import { Jack } from './jack.tsx'
import { type State, StateMark } from './marks.tsx'

/**
 * The one box with a rim of ink on a page: the next thing, with the only filled button.
 *
 * @param over   what kind of thing it is, in cord-text ("Volgende stap"); with `state` a state mark instead ("2 dagen te laat")
 */
export const NextStep = ({ over, state, title, act, children }: { over: Child; state?: State; title: Child; act?: Child; children?: Child }) => (
  <section class={classes('next-step', !state && 'next-step-jack')}>
    {state ? null : <Jack progress="now" />}
    <div class="next-step-words">
      <p class="next-step-over">{state ? <StateMark state={state}>{over}</StateMark> : over}</p>
      <h2 class="next-step-title">{title}</h2>
      {children ? <div class="soft">{children}</div> : null}
    </div>
    {act ? <div class="next-step-act">{act}</div> : null}
  </section>
)

/** Context that is not work, on sunken ground. */
export const Well = ({ title, children }: { title?: Child; children?: Child }) => (
  <section class="well">
    {title ? <h2 class="row-title">{title}</h2> : null}
    {children}
  </section>
)

/** A person to call: the number is the largest thing. `phone` is as people read it; the link keeps only its digits and plus. */
export const CallBox = ({ title, lead, phone, children }: { title: Child; lead?: Child; phone: string; children?: Child }) => (
  <section class="call-box">
    <h2 class="section-title">{title}</h2>
    {lead ? <p>{lead}</p> : null}
    <p>
      <a class="phone-number" href={phoneHref(phone)}>
        {phone}
      </a>
    </p>
    {children}
  </section>
)

/** The link for a telephone number as people write it: "033 000 12 34" becomes "tel:0330001234". */
export const phoneHref = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`

/** A ring that asks for attention beside a short text and an act, as in "Morgen is er plek". */
export const NowNote = ({ title, act, children }: { title: Child; act?: Child; children?: Child }) => (
  <section class="now-note">
    <Jack progress="now" />
    <div>
      <h2 class="row-title">{title}</h2>
      {children ? <div class="soft small">{children}</div> : null}
      {act ? <div class="acts">{act}</div> : null}
    </div>
  </section>
)
