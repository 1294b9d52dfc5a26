import type { Child } from 'hono/jsx'
import { daysBetween, dayOf, fullDay, longDay } from '../../platform/dates.ts'
import { euroText } from '../../platform/numbers.ts'
import { say, type Text } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Jack } from '../../ui/jack.tsx'
import { Points } from '../../ui/lists.tsx'
import { Message } from '../../ui/Message.tsx'
import { Answer, Answers, BackLink, } from '../../ui/page.tsx'
import { type ShownReason, WhyHere } from '../reasons/index.ts'
import { CheckedLine } from './CheckedLine.tsx'
import type { ShownService } from './entryShown.ts'
import { Callers, OwnKind, paragraphs } from './ServiceParts.tsx'
import { entryTexts as texts, } from './entryTexts.ts'
import { texts as general } from './texts.ts'
import { practiceWords } from './waits.tsx'
import { kinds } from './words.ts'

type It = { it: ShownService; now: Date; inside?: boolean }

const lightTitle = { room: texts.room, 'little-room': texts.littleRoom, full: texts.full } as const

/** The telephone first, with what is known about room and the next time. */
const CallFirst = ({ it, now }: It) => {
  const title = it.closed ? texts.closedTitle : it.light ? lightTitle[it.light.light] : null
  const when = it.next && !it.closed ? say(texts.nextTime(longDay(it.next.day, now), it.next.from)) : null
  return (
    <section class="call-first">
      <Jack progress={it.light?.light === 'room' && !it.closed ? 'now' : 'waits'} />
      <div>
        <h2 class="row-title">{title ? say(title) : (when ?? say(texts.roomUnknown))}</h2>
        {title && when ? <p class="small soft">{when}</p> : null}
        {!title && when ? <p class="small soft">{say(texts.roomUnknown)}.</p> : null}
        {it.light && !it.closed ? <p class="small soft">{say(texts.toldOn(fullDay(it.light.on)))}</p> : null}
        {it.phone ? (
          <ButtonLink look="filled" icon="phone" href={phoneHref(it.phone)} wide>
            {say(texts.call(it.phone))}
          </ButtonLink>
        ) : null}
        {it.phoneOf ? <p class="small soft">{say(texts.youGet(it.phoneOf))}</p> : null}
      </div>
    </section>
  )
}

const pointsOf = (it: ShownService): string[] => {
  const yes: [boolean, Text][] = [[it.inclusive === 'everyone', texts.everyone], [it.inclusive === 'one-group', texts.oneGroup], [it.host === 'yes', texts.host], [it.companion === 'yes', texts.companion], [it.pickup === 'yes', texts.pickup]]
  return [
    ...it.thresholds.filter((one) => one.verdict === 'good' || one.verdict === 'partly').flatMap((one) => (one.description ? [one.description.replace(/\.$/, '')] : [])),
    ...yes.filter(([holds]) => holds).map(([, text]) => say(text)).filter((words, _at) => !it.thresholds.some((one) => one.description?.startsWith(words.slice(0, 20)))),
    ...(it.languages.length > 0 ? [say(texts.speaks(it.languages.join(', ')))] : []),
  ]
}

const ForMe = ({ it }: It) => (
  <Answer question={say(texts.forMe)}>
    <p>{it.forWhom ?? say(texts.unknown)}</p>
    {it.eligibility ? paragraphs(it.eligibility) : null}
    <Points points={pointsOf(it)} />
    {it.thresholds.filter((one) => one.verdict === 'poor').map((one) => (
      <p>{one.description ?? say(texts.notWheelchair)}</p>
    ))}
  </Answer>
)

const Cost = ({ it }: It) => (
  <Answer question={say(texts.costs)}>
    {it.costs.length === 0 ? <p>{say(texts.unknown)}</p> : null}
    {it.costs.map(({ cents, words }) => {
      const amount = cents === null ? null : cents === 0 ? say(general.free) : euroText(cents)
      const rest = words && words !== amount && words.replace(/\s/g, ' ') !== amount?.replace(/\s/g, ' ') ? words : null
      return (
        <p>
          {amount && !(cents === 0 && rest && /^vrij/i.test(rest)) ? <strong>{amount}</strong> : null} {rest}
        </p>
      )
    })}
  </Answer>
)

const steps = {
  indication: { needed: texts.indication, 'not-needed': texts.noIndication, unknown: texts.indicationUnknown },
  referral: { needed: texts.referral, 'not-needed': texts.noReferral, unknown: null },
  registration: { needed: texts.registration, 'not-needed': texts.noRegistration, unknown: null },
} as const

const HowIn = ({ it, now, inside }: It) => (
  <Answer question={say(texts.how)}>
    {it.application ? <p>{it.application}</p> : null}
    <p>
      {[steps.registration[it.registration], steps.referral[it.referral], steps.indication[it.indication]]
        .filter((one) => one !== null)
        .map((one) => say(one))
        .join(' ')}
    </p>
    {it.joinable ? (
      <p>
        <a href={`${inside ? '/activiteiten/aanmelden' : '/meedoen'}/${it.slug}`}>{say(inside ? texts.joinFor : texts.join)}</a>
      </p>
    ) : null}
    {it.joinable && !inside ? (
      <p>
        <a href="/afmelden">{say(texts.callOff)}</a>
      </p>
    ) : null}
    {it.wait ? <p>{say(it.waitOn ? texts.waitOn(it.wait.toLowerCase(), longDay(it.waitOn, now)) : texts.wait(it.wait.toLowerCase()))}</p> : null}
    {it.practice ? <p>{practiceWords(it.practice)}</p> : null}
    {it.documents.length > 0 ? (
      <>
        <p>{say(texts.bring)}</p>
        <ul>
          {it.documents.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </>
    ) : null}
  </Answer>
)

const When = ({ it, now }: It) => {
  const mark = (day: string | null) => (day === null ? '' : (({ 0: say(texts.today), 1: say(texts.tomorrow) }) as Record<number, string>)[daysBetween(dayOf(now), day)] ?? '')
  const except = [...new Set(it.hours.flatMap((one) => one.except))].sort()
  return (
    <Answer question={say(texts.when)}>
      {it.hours.length === 0 ? <p>{say(texts.onAgreement)}</p> : null}
      {it.hours.length > 0 ? (
        <ul class="times">
          {it.hours.map((one) => (
            <li>
              <strong class="times-day">{one.which}</strong>
              <span>{one.times}</span>
              <span class="cord-text strong">{it.closed ? '' : mark(one.next)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {except.length > 0 ? <p class="soft">{say(texts.except(except.map((day) => longDay(day, now)).join(', ')))}</p> : null}
    </Answer>
  )
}

const Where = ({ it }: It) => (
  <Answer question={say(texts.where)}>
    {it.places.length === 0 ? <p>{say(texts.atHome)}</p> : null}
    {it.places.map((place) =>
      place.masked ? (
        <p>{say(texts.secret)}</p>
      ) : (
        <>
          <p>
            {place.name}
            {place.street ? (
              <>
                <br />
                {place.street}, {place.postalCode} {place.city}
              </>
            ) : null}
          </p>
          {place.transportation ? <p>{place.transportation}</p> : null}
          {place.latitude === null ? null : (
            <p>
              <a href={`/zoeken?q=${encodeURIComponent(it.name)}`}>{say(texts.onMap)}</a>
            </p>
          )}
        </>
      ),
    )}
  </Answer>
)

/** A page that can be read as a list of questions, with the telephone first. */
export const ServicePage = ({ it, now, inside, acts, reasons = [], sayReason }: It & { acts?: Child; reasons?: readonly ShownReason[]; sayReason?: string | null }) => (
  <article class="entry">
    <BackLink href={inside ? '/sociale-kaart' : '/zoeken'}>{say(inside ? texts.backInside : texts.back)}</BackLink>
    <header class="entry-head">
      <div>
        {it.kind === 'service' || it.kind === 'activity' ? null : <p class="page-where-words">{say(kinds[it.kind])}</p>}
        <h1 class="page-title">{it.name}</h1>
        {it.summary ? <p class="lead">{it.summary}</p> : null}
        <p class="soft">
          {say(texts.byWhom)}
          <a href={it.organization.href}>{it.organization.name}</a>
        </p>
        {it.program ? (
          <p class="soft">
            {say(texts.inProgram)}
            <a href={it.program.href}>{it.program.name}</a>
          </p>
        ) : null}
      </div>
      <CallFirst it={it} now={now} />
    </header>
    {it.closed ? (
      <Message kind="watch" title={it.closed.until ? say(general.closedUntil(fullDay(it.closed.until))) : say(general.closedNow)}>
        {it.closed.note}
      </Message>
    ) : null}
    {it.alert ? <Message kind="info" title={it.alert} /> : null}
    <Answers>
      <Answer question={say(texts.what)}>{paragraphs(it.description ?? it.summary ?? say(texts.unknown))}</Answer>
      <ForMe it={it} now={now} />
      <OwnKind it={it} inside={inside} />
      {it.kind === 'project' ? null : (
        <>
          <Cost it={it} now={now} />
          <HowIn it={it} now={now} inside={inside} />
          <When it={it} now={now} />
          <Where it={it} now={now} />
        </>
      )}
      <Callers it={it} inside={inside} />
      <WhyHere reasons={reasons} called={it.kind === 'activity' ? 'activity' : 'other'} sayHref={sayReason} />
    </Answers>
    <CheckedLine it={it} now={now} href={`/klopt-niet/voorziening/${it.slug}`} />
    {acts}
    {it.also.length > 0 ? (
      <section class="section" aria-labelledby="ook">
        <h2 class="section-title" id="ook">
          {say(texts.also)}
        </h2>
        <ul class="also">
          {it.also.map((one) => (
            <li>
              <a class="strong" href={one.href}>
                {one.name}
              </a>
              <p class="soft small">{one.summary}</p>
            </li>
          ))}
        </ul>
      </section>
    ) : null}
  </article>
)
