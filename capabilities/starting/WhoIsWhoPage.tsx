import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { organizationKinds } from '../directory/index.ts'
import { texts } from './texts.ts'
import type { ShownWhoIsWho } from './view.tsx'

type It = { it: ShownWhoIsWho }

const Reached = ({ number }: { number: string | null }) =>
  number ? (
    <p>
      <a href={phoneHref(number)}>{number}</a>
    </p>
  ) : null

const AreaChoice = ({ it }: It) => (
  <form method="get" action="/wie-is-wie" class="who-area">
    <label class="filter-field">
      <span>{say(texts.area)}</span>
      <select class="input" name="wijk">
        {it.areas.map(({ slug, name }) => (
          <option value={slug} selected={slug === it.area.slug}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <button class="button button-outlined" type="submit">
      <span class="button-words">{say(texts.show)}</span>
    </button>
  </form>
)

const Colleagues = ({ it, ring }: It & { ring: 'core' | 'shell' }) => {
  const some = it.colleagues.filter((one) => one.ring === ring)
  if (some.length === 0) return null
  return (
    <>
      <p class="strong">{say(ring === 'core' ? texts.ring : texts.shell)}</p>
      <RowList>
        {some.map((one) => (
          <Row title={`${one.name}${one.you ? `, ${say(texts.you)}` : ''}`} level={3}>
            <p>{[one.function, one.organization, one.coordinates ? say(texts.coordinates) : null].filter(Boolean).join(', ')}</p>
            <Reached number={one.phone} />
          </Row>
        ))}
      </RowList>
    </>
  )
}

/** From near to far: the own team, whom to call, who works here, what goes on. */
export const WhoIsWhoPage = ({ it }: It) => (
  <>
    <PageHead title={say(texts.titleIn(it.area.name))} lead={say(texts.lead)} />
    <AreaChoice it={it} />
    <Section title={it.team.name} id="team">
      <Reached number={it.team.phone} />
      <Colleagues it={it} ring="core" />
      <Colleagues it={it} ring="shell" />
    </Section>
    <Section title={say(texts.favourites)} id="favorieten">
      {it.favourites.length === 0 ? <p class="soft">{say(texts.favouritesNone)}</p> : null}
      <RowList>
        {it.favourites.map((one) => (
          <Row title={one.name} href={one.href} level={3}>
            <p>{one.summary}</p>
            <Reached number={one.phone} />
          </Row>
        ))}
      </RowList>
    </Section>
    <Section title={say(texts.calls)} id="bellen">
      {it.callers.length === 0 ? <p class="soft">{say(texts.callsNone)}</p> : null}
      <RowList>
        {it.callers.map((one) => (
          <Row title={one.askedFor} level={3}>
            <p>
              <strong>{one.name ?? one.title}</strong>
              {one.name && one.title ? `, ${one.title}` : null}, <a href={one.href}>{one.organization}</a>
            </p>
            <Reached number={one.phone} />
          </Row>
        ))}
      </RowList>
    </Section>
    <Section title={say(texts.organizations)} id="organisaties">
      {it.organizations.length === 0 ? <p class="soft">{say(texts.organizationsNone)}</p> : null}
      <ul class="also">
        {it.organizations.map((one) => (
          <li>
            <a class="strong" href={one.href}>
              {one.name}
            </a>
            <p class="soft small">{one.summary}</p>
            <p class="soft small">{[say(organizationKinds[one.kind as keyof typeof organizationKinds]), say(texts.offers(one.offers))].join(', ')}</p>
          </li>
        ))}
      </ul>
    </Section>
    {it.networks.length > 0 ? (
      <Section title={say(texts.networks)} id="samenwerking">
        <RowList>
          {it.networks.map((one) => (
            <Row title={one.name} href={one.href} level={3}>
              <p>{[one.summary, one.meets].filter(Boolean).join(' ')}</p>
            </Row>
          ))}
        </RowList>
      </Section>
    ) : null}
    <Section title={say(texts.goesOn)} id="loopt">
      {it.projects.length === 0 ? <p class="soft">{say(texts.projectsNone)}</p> : null}
      <RowList>
        {it.projects.map((one) => (
          <Row title={one.name} href={one.href} level={3}>
            <p>{one.summary}</p>
          </Row>
        ))}
      </RowList>
    </Section>
    <Section title={say(texts.about)} id="onderwerpen">
      <ul>
        {it.subjects.map((one) => (
          <li>
            <a href={one.href}>{one.name}</a> <span class="soft">({one.count})</span>
          </li>
        ))}
      </ul>
      <div class="acts">
        <ButtonLink look="plain" href={`/agenda?wijk=${it.area.slug}`}>{say(texts.agenda)}</ButtonLink>
        <ButtonLink look="plain" href={`/wijk/${it.area.slug}`}>{say(texts.story)}</ButtonLink>
        <ButtonLink look="plain" href={`/sociale-kaart?wijk=${it.area.slug}`}>{say(texts.whole)}</ButtonLink>
      </div>
    </Section>
  </>
)
