import { z } from 'zod'
import { type OpenAct, openActs, publicView, view } from '../../platform/act.ts'
import type { Actor, Staff } from '../../platform/actor.ts'
import { dayOf, fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { reasonsOf, shownReason, worksSomewhere } from '../reasons/index.ts'
import { mayCall } from './contacts.tsx'
import { entryConfirmed, roomTold, serviceChanged, servicePublished, serviceSorted } from './editing.tsx'
import { alsoThere, findNetwork, findOrganization, findService } from './entry.ts'
import { presentNetwork, presentOrganization, presentService } from './entryPresent.ts'
import { shownNetwork, shownOrganization, shownService } from './entryShown.ts'
import { entryTexts as texts } from './entryTexts.ts'
import { OrganizationData, ServiceData } from './LinkedData.tsx'
import { favouriteTexts } from './favouriteTexts.ts'
import { favouriteDropped, favouriteKept, isFavourite } from './favourites.tsx'
import { identifiersChanged, identifiersOf } from './identifiers.tsx'
import { findKept, type Kept, keptHref, wordOf } from './keeping.ts'
import { keepTexts } from './keepTexts.ts'
import { opennessChanged } from './openness.tsx'
import { housingChanged, projectChanged, schemeChanged } from './ownKinds.tsx'
import { partTexts } from './partTexts.ts'
import { entriesMerged, organizationChanged } from './making.tsx'
import { wayToMove } from './moveLook.tsx'
import { Mixing } from './Mixing.tsx'
import { mixingOf, shownMixing } from './mixing.ts'
import { noteMixing, presentMixing } from './mixingActs.tsx'
import { NetworkPage, OrganizationPage } from './OrganizationPage.tsx'
import { pointedOnOf } from './pointing.ts'
import { pointingStopped, servicePointedTo } from './pointingActs.tsx'
import { waitTold } from './waits.tsx'
import { pointTexts } from './pointTexts.ts'
import { changeProposed } from './proposing.tsx'
import { ServicePage } from './ServicePage.tsx'
import { noteThreshold, presentThresholds } from './thresholdActs.tsx'
import { Thresholds } from './Thresholds.tsx'
import { seesLessons, shownThreshold, type Threshold, thresholdsOf } from './thresholds.ts'
import { texts as general } from './texts.ts'
import { ownerChosen } from './upkeep.tsx'

const withReasons = { reasons: z.array(shownReason).describe('why it is there: which need it answers') }

/** One service, activity, project, home or scheme, for everybody. */
export const serviceShown = publicView({
  name: 'directory.service',
  at: '/directory/services/:slug',
  path: '/voorziening/:slug',
  title: (shown) => ({ nl: shown.name, en: shown.name }),
  query: nothing,
  output: shownService.extend(withReasons),
  find: async (reading, { slug }) => {
    const [record, reasons] = await Promise.all([findService(reading, slug), reasonsOf(reading.db, { slug })])
    return { ...record, reasons: record.slug === slug ? reasons : await reasonsOf(reading.db, { serviceId: record.id }) }
  },
  may: () => true,
  about: () => [],
  present: async (ctx, { reasons, ...record }) => ({ ...presentService(record, await alsoThere(ctx.db, record.id), dayOf(ctx.now), false), reasons }),
  page: (shown, { now }) => (
    <>
      <ServicePage it={shown} now={now} reasons={shown.reasons} />
      <ServiceData it={shown} />
    </>
  ),
})

/** One organisation, for everybody. */
export const organizationShown = publicView({
  name: 'directory.organization',
  at: '/directory/organizations/:slug',
  path: '/organisatie/:slug',
  title: (shown) => ({ nl: shown.name, en: shown.name }),
  query: nothing,
  output: shownOrganization,
  find: (reading, { slug }) => findOrganization(reading, slug),
  may: () => true,
  about: () => [],
  present: (ctx, record) => presentOrganization(record, dayOf(ctx.now), false),
  page: (shown, { now }) => (
    <>
      <OrganizationPage it={shown} now={now} />
      <OrganizationData it={shown} />
    </>
  ),
})

/** One network, as far as everybody or colleagues may see it. */
export const networkShown = publicView({
  name: 'directory.network',
  at: '/directory/networks/:slug',
  path: '/samenwerking/:slug',
  title: (shown) => ({ nl: shown.name, en: shown.name }),
  query: nothing,
  output: shownNetwork,
  find: (reading, { slug }) => findNetwork(reading, slug),
  may: () => true,
  about: () => [],
  present: (_ctx, record) => presentNetwork(record),
  page: (shown) => <NetworkPage it={shown} />,
})

const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const forStaff = {
  acts: z.array(openAct), history: z.string().nullable(), favourite: openAct.describe('keeps it at hand, or takes it from what is at hand'),
  foundThresholds: z.array(shownThreshold).nullable().describe('found by colleagues, with what was done to make room; null for whom they are not'), noteThreshold: openAct.nullable(),
}

/** What a colleague can do with an entry: what is done most as buttons, the rest under them. */
const StaffActs = ({ acts, history, favourite, handOver, point, pointedOn, tellWait }: { acts: readonly OpenAct[]; history: string | null; favourite: OpenAct; handOver?: string; point?: OpenAct; pointedOn?: string | null; tellWait?: OpenAct }) => {
  const rest = acts.slice(3)
  return (
    <>
      {pointedOn ? <p class="soft">{say(pointTexts.pointedOn(fullDay(pointedOn)))}</p> : null}
      <Acts>
        {acts.slice(0, 3).map((it) => (
          <ButtonLink look="outlined" href={it.href}>
            {say(it.title)}
          </ButtonLink>
        ))}
        <ButtonLink look="plain" href={favourite.href}>
          {say(favourite.title)}
        </ButtonLink>
        {handOver ? (
          <ButtonLink look="plain" href={handOver}>
            {say(favouriteTexts.handOverThis)}
          </ButtonLink>
        ) : null}
        {point ? (
          <ButtonLink look="plain" href={point.href}>
            {say(point.title)}
          </ButtonLink>
        ) : null}
        {tellWait ? (
          <ButtonLink look="plain" href={tellWait.href}>
            {say(tellWait.title)}
          </ButtonLink>
        ) : null}
        {history ? (
          <ButtonLink look="plain" href={history}>
            {say(keepTexts.history)}
          </ButtonLink>
        ) : null}
      </Acts>
      {rest.length > 0 ? (
        <Disclosure question={say(partTexts.moreActs)}>
          <ul>
            {rest.map((it) => (
              <li>
                <a href={it.href}>{say(it.title)}</a>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  )
}

/** Who keeps it, or works in a neighbourhood, may say why it is there; the page itself decides for which neighbourhoods. */
const saysWhy = (actor: Staff, kept: Kept, works: boolean): boolean => actor.kind === 'worker' && kept.state === 'published' && (kept.edits || works)

const serviceActs = [serviceChanged, changeProposed, entryConfirmed, roomTold]
const lessOften = [opennessChanged, serviceSorted, servicePublished, ownerChosen, entriesMerged]
const kindActs = { project: [projectChanged], housing: [housingChanged], scheme: [schemeChanged], service: [], activity: [] }
const organizationActs = [organizationChanged, entryConfirmed]
const favouriteAct = (actor: Actor, kept: Kept, favourite: boolean): OpenAct => {
  const [one] = openActs([favourite ? favouriteDropped : favouriteKept], actor, kept, { kind: wordOf(kept.entity), slug: kept.slug })
  return one as OpenAct
}
const lessons = (actor: Staff, kept: Kept, thresholds: readonly Threshold[]) => ({ foundThresholds: seesLessons(actor, kept) ? presentThresholds(actor, kept, thresholds) : null, noteThreshold: noteThreshold(actor, kept) })
const pointAct = (actor: Actor, kept: Kept, pointed: boolean): OpenAct => openActs([pointed ? pointingStopped : servicePointedTo], actor, kept, { slug: kept.slug })[0] as OpenAct
const partsOf = (kept: Kept): OpenAct[] => (kept.edits ? [{ name: 'directory.parts', title: partTexts.parts, href: `${keptHref(kept)}/onderdelen` }] : [])

/** A service with the people to call and what a referrer needs. */
export const serviceForStaff = view({
  name: 'directory.service-for-staff',
  at: '/directory/staff/services/:slug',
  path: '/sociale-kaart/voorziening/:slug',
  title: texts.title,
  query: nothing,
  output: shownService.extend(forStaff).extend(withReasons).extend({ sayReason: z.string().nullable().describe('where it is said why this is there'), mixing: z.array(shownMixing).nullable().describe('what colleagues learnt about mixing groups at this activity; null for whom it is not, and with what is no activity'), noteMixing: openAct.nullable(), point: openAct.describe('asks to hear what changes, or asks no more'), pointedOn: z.iso.date().nullable().describe('when who looks last pointed somebody to it'), tellWait: openAct.describe('tells how long somebody had to wait') }),
  find: async (reading, { slug }) => {
    const record = await findService(reading, slug)
    const it = await findKept(reading, { kind: 'voorziening', slug: record.slug })
    const [favourite, pointedOn, foundThresholds, mixing, reasons, works] = await Promise.all([isFavourite(reading, it), pointedOnOf(reading, it.id), thresholdsOf(reading, it), mixingOf(reading, it.id), reasonsOf(reading.db, { serviceId: it.id }), worksSomewhere(reading.db)])
    return { ...record, kept: it, favourite, pointedOn, foundThresholds, mixing, reasons, works }
  },
  may: () => true,
  about: (record) => [record.id],
  present: async (ctx, { kept, favourite, pointedOn, foundThresholds, mixing, reasons, works, ...record }) => ({
    reasons, sayReason: saysWhy(ctx.actor, kept, works) ? `/sociale-kaart/waarom/activiteit/${kept.slug}` : null,
    ...presentService(record, await alsoThere(ctx.db, record.id), dayOf(ctx.now), (it) => mayCall(ctx.actor, it, kept.edits)),
    acts: [...openActs(serviceActs, ctx.actor, kept, { kind: 'voorziening', slug: record.slug }), ...partsOf(kept), ...openActs([...kindActs[record.kind], ...lessOften], ctx.actor, kept, { kind: 'voorziening', slug: record.slug }), ...wayToMove(ctx.actor, kept)].filter((it) => !(kept.edits && it.name === changeProposed.name)),
    favourite: favouriteAct(ctx.actor, kept, favourite),
    ...lessons(ctx.actor, kept, foundThresholds),
    mixing: record.kind === 'activity' && seesLessons(ctx.actor, kept) ? presentMixing(ctx.actor, kept, mixing) : null,
    noteMixing: noteMixing(ctx.actor, kept, record.kind),
    point: pointAct(ctx.actor, kept, pointedOn !== null),
    pointedOn,
    tellWait: openActs([waitTold], ctx.actor, kept, { slug: kept.slug })[0] as OpenAct,
    history: kept.edits ? `/sociale-kaart/voorziening/${record.slug}/geschiedenis` : null,
  }),
  page: (shown, { now }) => (
    <ServicePage
      it={shown}
      now={now}
      inside
      reasons={shown.reasons}
      sayReason={shown.sayReason}
      acts={
        <>
          <StaffActs acts={shown.acts} history={shown.history} favourite={shown.favourite} handOver={`/meegeven/kiezen?s=${shown.slug}`} point={shown.point} pointedOn={shown.pointedOn} tellWait={shown.tellWait} />
          {shown.foundThresholds ? <Thresholds thresholds={shown.foundThresholds} note={shown.noteThreshold} /> : null}
          {shown.mixing ? <Mixing notes={shown.mixing} note={shown.noteMixing} /> : null}
        </>
      }
    />
  ),
})

/** An organisation with its people to call. */
export const organizationForStaff = view({
  name: 'directory.organization-for-staff',
  at: '/directory/staff/organizations/:slug',
  path: '/sociale-kaart/organisatie/:slug',
  title: general.organization,
  query: nothing,
  output: shownOrganization.extend(forStaff).extend({ identifiers: z.array(z.object({ type: z.string(), identifier: z.string() })).describe('numbers by which other systems know it') }),
  find: async (reading, { slug }) => {
    const record = await findOrganization(reading, slug)
    const it = await findKept(reading, { kind: 'organisatie', slug: record.slug })
    const [favourite, foundThresholds, identifiers] = await Promise.all([isFavourite(reading, it), thresholdsOf(reading, it), identifiersOf(reading, it.id)])
    return { ...record, kept: it, favourite, foundThresholds, identifiers }
  },
  may: () => true,
  about: (record) => [record.id],
  present: (ctx, { kept, favourite, foundThresholds, identifiers, ...record }) => ({
    ...presentOrganization(record, dayOf(ctx.now), (it) => mayCall(ctx.actor, it, kept.edits)),
    acts: [...openActs(organizationActs, ctx.actor, kept, { kind: 'organisatie', slug: record.slug }), ...partsOf(kept), ...openActs([identifiersChanged, ownerChosen, entriesMerged], ctx.actor, kept, { kind: 'organisatie', slug: record.slug })],
    favourite: favouriteAct(ctx.actor, kept, favourite),
    ...lessons(ctx.actor, kept, foundThresholds),
    identifiers: identifiers.map((one) => ({ type: one.identifierType, identifier: one.identifier })),
    history: kept.edits ? `/sociale-kaart/organisatie/${record.slug}/geschiedenis` : null,
  }),
  page: (shown, { now }) => (
    <OrganizationPage
      it={shown}
      now={now}
      inside
      acts={
        <>
          {shown.identifiers.length > 0 ? <p class="soft">{say(texts.numbers)}{shown.identifiers.map((one) => `${one.type} ${one.identifier}`).join(', ')}</p> : null}
          <StaffActs acts={shown.acts} history={shown.history} favourite={shown.favourite} />
          {shown.foundThresholds ? <Thresholds thresholds={shown.foundThresholds} note={shown.noteThreshold} /> : null}
        </>
      }
    />
  ),
})
