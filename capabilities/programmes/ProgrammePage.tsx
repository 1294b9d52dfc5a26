import type { OpenAct } from '../../platform/act.ts'
import { dayOf, fullDay } from '../../platform/dates.ts'
import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { Answer, Answers, BackLink, Facts, PageHead, Section } from '../../ui/page.tsx'
import { WhyHere } from '../reasons/index.ts'
import { periodWords } from './periods.tsx'
import { texts } from './texts.ts'
import type { ShownProgramme } from './views.tsx'

const Buttons = ({ acts }: { acts: readonly OpenAct[] }) =>
  acts.length === 0 ? null : (
    <Acts>
      {acts.map((it) => (
        <ButtonLink href={it.href}>{say(it.title)}</ButtonLink>
      ))}
    </Acts>
  )
const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((it) => (
      <li>{it}</li>
    ))}
  </ul>
)
const endWords = (day: string, now: Date): string => say(day < dayOf(now) ? texts.ended(fullDay(day)) : texts.ends(fullDay(day)))

const numberOf = (it: Pick<ShownProgramme, 'least' | 'exact'>, value: number | null): string =>
  value === null ? say(texts.unknown) : it.exact ? numberText(value) : value === 0 ? say(texts.few(it.least)) : say(texts.about(numberText(value)))

const Reach = ({ it }: { it: ShownProgramme }) => (
  <Section title={say(texts.reach)} id="bereik">
    <p class="soft">{say(it.reach.length === 0 ? texts.reachNone : it.exact ? texts.exact : texts.rounded(it.least))}</p>
    <RowList>
      {it.reach.map((one) => (
        <Row title={periodWords(one)} level={3}>
          <Facts spread facts={([['children', one.children], ['families', one.families], ['nationalities', one.nationalities], ['inView', one.inView]] as const).map(([name, value]) => ({ name: say(texts[name]), value: numberOf(it, value) }))} />
          {one.results ? <p>{one.results}</p> : null}
          {one.acts.length > 0 ? (
            <p class="small">
              {one.acts.map((act, at) => (
                <>
                  {at > 0 ? ' · ' : null}
                  <a href={act.href}>
                    {say(act.title)}
                    <span class="unseen">: {periodWords(one)}</span>
                  </a>
                </>
              ))}
            </p>
          ) : null}
        </Row>
      ))}
    </RowList>
  </Section>
)

/** A programme: what it is, how it goes, what belongs to it, and what it reaches. */
export const ProgrammePage = ({ it, now, back }: { it: ShownProgramme; now: Date; back: string }) => (
  <article class="entry">
    <BackLink href={back}>{say(back === '/zoeken' ? texts.kaart : texts.list)}</BackLink>
    <PageHead where={say(texts.title)} title={it.name} lead={it.description} />
    <p class="soft">
      {say(texts.of)}
      <a href={it.organization.href}>{it.organization.name}</a>
    </p>
    {it.endedOn ? (
      <p>
        <StateMark state="info">{endWords(it.endedOn, now)}</StateMark>
      </p>
    ) : null}
    <Answers>
      {it.phases.length > 0 ? (
        <Answer question={say(texts.phases)}>
          <Lines lines={it.phases} />
        </Answer>
      ) : null}
      {it.themes.length > 0 ? (
        <Answer question={say(texts.themes)}>
          <Lines lines={it.themes} />
        </Answer>
      ) : null}
      {it.intake ? (
        <Answer question={say(texts.intake)}>
          <p>{it.intake}</p>
        </Answer>
      ) : null}
      {it.services.length > 0 ? (
        <Answer question={say(texts.services)}>
          {it.services.map((one) => (
            <p>
              <a href={one.href}>{one.name}</a>
              {one.summary ? <span class="soft"> {one.summary}</span> : null}
            </p>
          ))}
        </Answer>
      ) : null}
      <WhyHere reasons={it.reasons} called="programme" sayHref={it.sayReason} />
    </Answers>
    <Reach it={it} />
    <Buttons acts={it.acts} />
  </article>
)

/** All programmes, with the way to add one. */
export const ProgrammesPage = ({ programmes, acts, now }: { programmes: readonly { name: string; href: string; organization: string; endedOn: string | null }[]; acts: readonly OpenAct[]; now: Date }) => (
  <>
    <PageHead title={say(texts.list)} crumbs={[{ label: say(texts.kaart), href: '/sociale-kaart' }, { label: say(texts.list) }]} lead={say(programmes.length === 0 ? texts.listNone : texts.listLead)} />
    <RowList>
      {programmes.map((it) => (
        <Row title={it.name} href={it.href}>
          {[it.organization, it.endedOn ? endWords(it.endedOn, now) : null].filter(Boolean).join(', ')}
        </Row>
      ))}
    </RowList>
    <Buttons acts={acts} />
  </>
)
