import { z } from 'zod'
import { type OpenAct, openActs, view } from '../../platform/act.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { BackLink, PageHead, Section } from '../../ui/page.tsx'
import { contactAdded, contactChanged, contactRemoved, contactsOf, mayCall } from './contacts.tsx'
import { findKept, keptHref, wordOf } from './keeping.ts'
import { partTexts as texts } from './partTexts.ts'
import { placeAdded, placeChanged, placeRemoved, placesOf, serviceHeld } from './places.tsx'
import { scheduleAdded, scheduleChanged, scheduleInWords, scheduleRemoved, schedulesOf } from './schedules.tsx'
import { scheduleTexts } from './scheduleTexts.ts'

const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const acts = z.array(openAct)
const shown = z.object({
  name: z.string(), href: z.string(), entity: z.enum(['service', 'organization']), acts,
  contacts: z.array(z.object({ id: z.string(), name: z.string(), title: z.string().nullable(), phone: z.string().nullable(), askedFor: z.string().nullable(), visibility: z.enum(['public', 'professionals', 'team']), team: z.string().nullable(), acts })),
  places: z.array(z.object({ id: z.string(), name: z.string().nullable(), address: z.string().nullable(), masked: z.boolean(), acts })),
  schedules: z.array(z.object({ id: z.string(), words: z.string(), acts })),
})

const Few = ({ acts }: { acts: readonly OpenAct[] }) =>
  acts.length === 0 ? null : (
    <p class="small">
      {acts.map((it, at) => (
        <>
          {at > 0 ? ' · ' : null}
          <a href={it.href}>{say(it.title)}</a>
        </>
      ))}
    </p>
  )
const seenBy = (it: z.output<typeof shown>['contacts'][number]): string => say(it.visibility === 'public' ? texts.shownToAll : it.visibility === 'professionals' ? texts.shownToProfessionals : texts.shownToTeam(it.team ?? ''))
const Add = ({ acts, names }: { acts: readonly OpenAct[]; names: readonly string[] }) => (
  <Acts>
    {acts.filter((it) => names.includes(it.name)).map((it) => (
      <ButtonLink href={it.href}>{say(it.title)}</ButtonLink>
    ))}
  </Acts>
)

/** For who keeps an entry: its people, places and times, each with what can be done about it. */
export const partsViewed = view({
  name: 'directory.parts',
  at: '/directory/:kind/:slug/parts',
  path: '/sociale-kaart/:kind/:slug/onderdelen',
  title: (it) => texts.partsOf(it.name),
  query: nothing,
  output: shown,
  find: async (reading, params) => {
    const it = await findKept(reading, params)
    if (!it.edits) return { ...it, contacts: [], places: [], schedules: [] }
    return { ...it, contacts: await contactsOf(reading, it), places: await placesOf(reading, it), schedules: it.entity === 'service' ? await schedulesOf(reading, it.id) : [] }
  },
  may: (_actor, it) => it.edits,
  about: (it) => [it.id, ...it.contacts.map(({ id }) => id)],
  version: (it) => it.version,
  present: (ctx, it) => {
    const params = { kind: wordOf(it.entity), slug: it.slug }
    const isService = it.entity === 'service'
    return {
      name: it.name, href: keptHref(it), entity: it.entity, acts: openActs(isService ? [contactAdded, serviceHeld, scheduleAdded] : [contactAdded, placeAdded], ctx.actor, it, params),
      contacts: it.contacts.filter((one) => mayCall(ctx.actor, one, it.edits)).map((contact) => ({
        id: contact.id, name: contact.name ?? contact.title ?? '', title: contact.name ? contact.title : null, phone: contact.phones[0]?.number ?? null, askedFor: contact.askedFor, visibility: contact.visibility, team: contact.team,
        acts: openActs([contactChanged, contactRemoved], ctx.actor, { ...it, contact }, { ...params, contactId: contact.id }),
      })),
      places: it.places.map((place) => ({
        id: place.id, masked: place.masked, name: place.masked && !it.keeper ? null : place.name, address: place.street && (!place.masked || it.keeper) ? `${place.street}, ${place.postalCode} ${place.city}` : null,
        acts: isService ? [] : openActs([placeChanged, placeRemoved], ctx.actor, { ...it, place }, { slug: it.slug, locationId: place.id }),
      })),
      schedules: it.schedules.map((schedule) => ({ id: schedule.id, words: scheduleInWords(schedule), acts: openActs([scheduleChanged, scheduleRemoved], ctx.actor, { ...it, schedule }, { slug: it.slug, scheduleId: schedule.id }) })),
    }
  },
  page: (it) => (
    <>
      <BackLink href={it.href}>{it.name}</BackLink>
      <PageHead title={say(texts.partsOf(it.name))} />
      <Section title={say(texts.contacts)} id="mensen">
        {it.contacts.length === 0 ? <p class="soft">{say(texts.contactsNone)}</p> : null}
        <RowList>
          {it.contacts.map((one) => (
            <Row title={one.name} level={3}>
              <p>{[one.title, one.phone, one.askedFor].filter(Boolean).join(', ')}</p>
              <p class="small soft">{seenBy(one)}</p>
              <Few acts={one.acts} />
            </Row>
          ))}
        </RowList>
        <Add acts={it.acts} names={['directory.add-contact']} />
      </Section>
      <Section title={say(texts.places)} id="plekken">
        {it.places.length === 0 ? <p class="soft">{say(texts.placesNone)}</p> : null}
        <RowList>
          {it.places.map((one) => (
            <Row title={one.name ?? say(texts.secretPlace)} level={3}>
              {one.address ? <p>{one.address}</p> : null}
              {one.masked ? <p class="small soft">{say(texts.secretPlace)}</p> : null}
              <Few acts={one.acts} />
            </Row>
          ))}
        </RowList>
        <Add acts={it.acts} names={['directory.add-place', 'directory.choose-places']} />
      </Section>
      {it.entity === 'service' ? (
        <Section title={say(scheduleTexts.times)} id="tijden">
          {it.schedules.length === 0 ? <p class="soft">{say(scheduleTexts.timesNone)}</p> : null}
          <RowList>
            {it.schedules.map((one) => (
              <Row title={one.words} level={3}>
                <Few acts={one.acts} />
              </Row>
            ))}
          </RowList>
          <Add acts={it.acts} names={['directory.add-schedule']} />
        </Section>
      ) : null}
    </>
  ),
})
