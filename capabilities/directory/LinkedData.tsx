import { raw } from 'hono/html'
import type { ShownOrganization, ShownService } from './entryShown.ts'

const days: Record<string, string> = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' }

/** Facts for search engines, in the words of schema.org. Data and no script: the browser runs nothing of it. Every "<" is written out, so that no text can end the element. */
export const LinkedData = ({ data }: { data: Record<string, unknown> }) => <script type="application/ld+json">{raw(JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c'))}</script>

type Place = ShownService['places'][number]
const placeOf = ({ name, street, postalCode, city, latitude, longitude }: Place) => ({
  '@type': 'Place',
  ...(name && { name }),
  ...(street && { address: { '@type': 'PostalAddress', streetAddress: street, postalCode, addressLocality: city, addressCountry: 'NL' } }),
  ...(latitude !== null && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
})

/** A service for search engines. A refuge has no place here either. */
export const ServiceData = ({ it }: { it: ShownService }) => {
  const open = it.places.filter((place) => !place.masked)
  const [cost] = it.costs
  return (
    <LinkedData
      data={{
        '@type': it.kind === 'activity' ? 'Event' : 'Service',
        name: it.name,
        ...(it.summary && { description: it.summary }),
        ...(it.kind === 'activity'
          ? {
              organizer: { '@type': 'Organization', name: it.organization.name },
              ...(open[0] && { location: placeOf(open[0]) }),
              ...(it.next && { startDate: it.next.day }),
              ...(it.repeats.length > 0 && { eventSchedule: it.repeats.map((one) => ({ '@type': 'Schedule', byDay: one.days.map((day) => `https://schema.org/${days[day]}`), startTime: one.opensAt, endTime: one.closesAt, repeatFrequency: 'P1W', scheduleTimezone: 'Europe/Amsterdam' })) }),
            }
          : { provider: { '@type': 'Organization', name: it.organization.name }, ...(it.forWhom && { audience: { '@type': 'Audience', audienceType: it.forWhom } }), ...(open.length > 0 && { availableChannel: { '@type': 'ServiceChannel', serviceLocation: open.map(placeOf), ...(it.phone && { servicePhone: { '@type': 'ContactPoint', telephone: it.phone } }) } }) }),
        ...(cost && cost.cents !== null && { offers: { '@type': 'Offer', price: (cost.cents / 100).toFixed(2), priceCurrency: 'EUR' } }),
        ...(it.kind === 'activity' && cost?.cents === 0 && { isAccessibleForFree: true }),
      }}
    />
  )
}

/** An organisation for search engines. */
export const OrganizationData = ({ it }: { it: ShownOrganization }) => (
  <LinkedData
    data={{
      '@type': 'Organization',
      name: it.name,
      ...(it.alternateName && { alternateName: it.alternateName }),
      ...(it.summary && { description: it.summary }),
      ...(it.website && { url: it.website }),
      ...(it.email && { email: it.email }),
      ...(it.phones[0] && { telephone: it.phones[0] }),
      ...(it.parent && { parentOrganization: { '@type': 'Organization', name: it.parent.name } }),
    }}
  />
)
