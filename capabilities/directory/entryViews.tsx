import { publicView, view } from '../../platform/act.ts'
import { dayOf } from '../../platform/dates.ts'
import { nothing } from '../../platform/validation.ts'
import { alsoThere, findNetwork, findOrganization, findService } from './entry.ts'
import { presentNetwork, presentOrganization, presentService } from './entryPresent.ts'
import { shownNetwork, shownOrganization, shownService } from './entryShown.ts'
import { entryTexts as texts } from './entryTexts.ts'
import { NetworkPage, OrganizationPage } from './OrganizationPage.tsx'
import { ServicePage } from './ServicePage.tsx'
import { texts as general } from './texts.ts'

/** One service, activity, project, home or scheme, for everybody. */
export const serviceShown = publicView({
  name: 'directory.service',
  at: '/directory/services/:slug',
  path: '/voorziening/:slug',
  title: (shown) => ({ nl: shown.name, en: shown.name }),
  query: nothing,
  output: shownService,
  find: (reading, { slug }) => findService(reading, slug),
  may: () => true,
  about: () => [],
  present: async (ctx, record) => presentService(record, await alsoThere(ctx.db, record.id), dayOf(ctx.now), false),
  page: (shown, { now }) => <ServicePage it={shown} now={now} />,
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
  page: (shown, { now }) => <OrganizationPage it={shown} now={now} />,
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

/** A service with the people to call and what a referrer needs. */
export const serviceForStaff = view({
  name: 'directory.service-for-staff',
  at: '/directory/staff/services/:slug',
  path: '/sociale-kaart/voorziening/:slug',
  title: texts.title,
  query: nothing,
  output: shownService,
  find: (reading, { slug }) => findService(reading, slug),
  may: () => true,
  about: (record) => [record.id],
  present: async (ctx, record) => presentService(record, await alsoThere(ctx.db, record.id), dayOf(ctx.now), true),
  page: (shown, { now }) => <ServicePage it={shown} now={now} inside />,
})

/** An organisation with its people to call. */
export const organizationForStaff = view({
  name: 'directory.organization-for-staff',
  at: '/directory/staff/organizations/:slug',
  path: '/sociale-kaart/organisatie/:slug',
  title: general.organization,
  query: nothing,
  output: shownOrganization,
  find: (reading, { slug }) => findOrganization(reading, slug),
  may: () => true,
  about: (record) => [record.id],
  present: (ctx, record) => presentOrganization(record, dayOf(ctx.now), true),
  page: (shown, { now }) => <OrganizationPage it={shown} now={now} inside />,
})
