import type { Child } from 'hono/jsx'
import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Answer, Answers, BackLink, PageHead, Section } from '../../ui/page.tsx'
import { CallerLine } from './CallerLine.tsx'
import { CheckedLine } from './CheckedLine.tsx'
import type { ShownNetwork, ShownOrganization } from './entryShown.ts'
import { entryTexts as texts } from './entryTexts.ts'
import { texts as general } from './texts.ts'
import { kinds, organizationKinds } from './words.ts'

const Contact = ({ it, inside }: { it: ShownOrganization; inside?: boolean }) => (
  <Answers>
    {it.phones.length > 0 || it.callers.length > 0 || it.email || it.website ? (
      <Answer question={say(texts.people)}>
        {it.phones.map((number) => (
          <p>
            <a href={phoneHref(number)}>{number}</a>
          </p>
        ))}
        {it.callers.map((one) => (
          <CallerLine one={one} inside={inside} />
        ))}
        {it.email ? (
          <p>
            <a href={`mailto:${it.email}`}>{it.email}</a>
          </p>
        ) : null}
        {it.website ? (
          <p>
            <a href={it.website} rel="noopener">
              {say(texts.website)}
            </a>
          </p>
        ) : null}
      </Answer>
    ) : null}
    {it.places.length > 0 ? (
      <Answer question={say(texts.places)}>
        {it.places.map((place) => (
          <p>{place.masked ? say(texts.secret) : [place.name, place.street, [place.postalCode, place.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')}</p>
        ))}
      </Answer>
    ) : null}
    {it.networks.length > 0 ? (
      <Answer question={say(texts.networks)}>
        <ul>
          {it.networks.map((one) => (
            <li>
              <a href={one.href}>{one.name}</a>
            </li>
          ))}
        </ul>
      </Answer>
    ) : null}
  </Answers>
)

/** An organisation: who they are, what they offer, whom to call. */
export const OrganizationPage = ({ it, now, inside, acts }: { it: ShownOrganization; now: Date; inside?: boolean; acts?: Child }) => (
  <article class="entry">
    <BackLink href={inside ? '/sociale-kaart' : '/zoeken'}>{say(inside ? texts.backInside : texts.back)}</BackLink>
    <PageHead where={[say(organizationKinds[it.kind as keyof typeof organizationKinds]), it.members ? say(texts.members(it.members)) : null].filter(Boolean).join(', ')} title={it.name} lead={it.summary} />
    {it.description && it.description !== it.summary ? <p>{it.description}</p> : null}
    {it.parent ? (
      <p class="soft">
        {say(texts.partOf)}
        <a href={it.parent.href}>{it.parent.name}</a>
      </p>
    ) : null}
    {it.children.length > 0 ? (
      <p class="soft">
        {say(texts.parts)}
        {it.children.map((one, at) => (
          <>
            {at > 0 ? ', ' : null}
            <a href={one.href}>{one.name}</a>
          </>
        ))}
      </p>
    ) : null}
    <Section title={say(texts.offers)} id="aanbod">
      {it.services.length === 0 ? <p class="soft">{say(texts.noOffers)}</p> : null}
      <RowList>
        {it.services.map((one) => (
          <Row title={one.name} href={one.href} level={3}>
            <p>{one.summary}</p>
            {one.kind === 'service' ? null : <p class="small soft">{say(kinds[one.kind as keyof typeof kinds])}</p>}
          </Row>
        ))}
      </RowList>
    </Section>
    {it.programs.length > 0 ? (
      <p>
        {say(texts.programs)}
        {it.programs.map((one, at) => (
          <>
            {at > 0 ? ', ' : null}
            <a href={one.href}>{one.name}</a>
          </>
        ))}
      </p>
    ) : null}
    <Contact it={it} inside={inside} />
    <CheckedLine it={it} now={now} href={`/klopt-niet/organisatie/${it.slug}`} />
    {acts}
  </article>
)

const rings = { core: texts.core, shell: texts.shell, guest: texts.guest } as const

/** A network: what it is for, when it meets, who is in it. */
export const NetworkPage = ({ it }: { it: ShownNetwork }) => (
  <article class="entry">
    <BackLink href="/zoeken?soort=samenwerking">{say(texts.back)}</BackLink>
    <PageHead where={[say(general.network), it.area].filter(Boolean).join(', ')} title={it.name} lead={it.summary} />
    <p>
      {it.focus ? say(texts.focus(it.focus.toLowerCase())) : null} {it.meets ? say(texts.meets(it.meets.toLowerCase())) : null}
    </p>
    <Answers>
      {(['core', 'shell', 'guest'] as const)
        .filter((ring) => it.members.some((one) => one.ring === ring))
        .map((ring) => (
          <Answer question={say(rings[ring])}>
            <ul>
              {it.members
                .filter((one) => one.ring === ring)
                .map((one) => (
                  <li>
                    <a href={one.href}>{one.name}</a>
                    {one.function ? <span class="soft">, {one.function}</span> : null}
                  </li>
                ))}
            </ul>
          </Answer>
        ))}
    </Answers>
  </article>
)
