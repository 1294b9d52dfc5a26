import { say, type Text } from '../../platform/texts.ts'
import { Button, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Facts, PageHead, Section } from '../../ui/page.tsx'
import { keepTexts } from './keepTexts.ts'
import type { MovingParts } from './moveParts.ts'
import { moveTexts as texts } from './moveTexts.ts'
import type { Move } from './moving.tsx'
import { partTexts } from './partTexts.ts'
import { organizationKinds } from './words.ts'

const ownerWords = ({ ownerNow, ownerThen, ownerStays }: MovingParts): string => {
  if (ownerStays) return say(ownerNow ? texts.ownerSame(ownerNow) : texts.ownerStillNone)
  if (!ownerThen) return say(texts.ownerNone(ownerNow ?? ''))
  return say(ownerNow ? texts.ownerTo(ownerNow, ownerThen) : texts.ownerNew(ownerThen))
}
const told = (facts: { name: string; value: string | false | null }[]) => facts.flatMap(({ name, value }) => (value ? [{ name, value }] : []))

/** What goes along with a service that moves and what changes, before anybody moves it. */
export const MovingIntro = ({ it: { name, to, standing, parts }, stop }: { it: Move; /** why it cannot, when it cannot */ stop: Text | undefined }) => {
  if (stop) return <p class="lead">{say(stop)}</p>
  if (!parts) return null
  const places = parts.places.map((place) => place ?? say(partTexts.secretPlace)).join(', ')
  const along = [
    { name: say(texts.places), value: parts.placesStay ? say(texts.placesStay(places, standing.organization)) : places },
    { name: say(texts.times), value: parts.times.join('; ') },
    { name: say(texts.contacts), value: parts.contacts.join(', ') },
    { name: say(texts.proposals), value: parts.proposals > 0 && String(parts.proposals) },
    { name: say(texts.alsoTitle), value: say(texts.also) },
  ]
  const changes = [
    { name: say(texts.owner), value: ownerWords(parts) },
    { name: say(texts.question), value: parts.asked && !parts.ownerStays && say(texts.questionEnds) },
    { name: say(keepTexts.program), value: standing.program && standing.programOf !== to.id && say(texts.programLeft(standing.program, standing.organization)) },
    { name: say(texts.partners), value: parts.partner && say(texts.partnerNoMore(to.name)) },
  ]
  return (
    <>
      <p class="lead">{say(texts.goes(name, standing.organization, to.name))}</p>
      <Section title={say(texts.along)} id="mee">
        <Facts facts={told(along)} />
      </Section>
      <Section title={say(texts.changes)} id="anders">
        <Facts facts={told(changes)} />
      </Section>
    </>
  )
}

type Shown = { name: string; href: string; organization: string; asked: boolean; more: boolean; found: readonly { name: string; kind: keyof typeof organizationKinds; draft: boolean; href: string }[] }

/** Which organisation takes a service over: search first, then choose. */
export const MoveLookPage = ({ it, typed }: { it: Shown; typed: string }) => (
  <>
    <PageHead title={say(texts.lookOf(it.name))} crumbs={[{ label: it.name, href: it.href }, { label: say(texts.lookShort) }]} lead={say(texts.lookLead(it.organization))} />
    <form class="form" method="get" action={`${it.href}/overzetten`}>
      <label class="filter-field">
        <span>{say(texts.which)}</span>
        <input class="input" type="text" name="naar" value={typed} maxlength={200} autocomplete="off" />
      </label>
      <Button look={it.asked ? 'outlined' : 'filled'}>{say(texts.search)}</Button>
    </form>
    {it.asked ? (
      <Section title={say(texts.found)} id="gevonden" note={it.found.length > 0 && !it.more ? it.found.length : null}>
        {it.found.length === 0 ? <p>{say(texts.none)}</p> : null}
        <RowList>
          {it.found.map((one) => (
            <Row
              title={one.name}
              act={
                <ButtonLink href={one.href}>
                  {say(texts.choose)}
                  <span class="unseen"> {one.name}</span>
                </ButtonLink>
              }
            >
              {[say(organizationKinds[one.kind]), one.draft ? say(texts.draft) : null].filter(Boolean).join(', ')}
            </Row>
          ))}
        </RowList>
        {it.more ? <p class="soft">{say(texts.more)}</p> : null}
        {it.found.length === 0 ? (
          <p>
            <a href={`/sociale-kaart/nieuw?${new URLSearchParams({ naam: typed }).toString()}`}>{say(texts.add)}</a>
          </p>
        ) : null}
      </Section>
    ) : null}
  </>
)
