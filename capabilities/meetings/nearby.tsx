import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Section } from '../../ui/page.tsx'
import { comingWeek } from '../directory/index.ts'
import type { MeetingRecord } from './record.ts'
import { texts } from './texts.ts'

/** What people of the neighbourhood of the team may come to in the coming week. */
export const nearby = z.object({ area: z.string(), activities: z.array(z.object({ slug: z.string(), name: z.string(), day: z.iso.date(), times: z.string(), place: z.string().nullable(), cost: z.string().nullable() })), all: z.int() })
type Nearby = z.output<typeof nearby>

/** How many stand in a report; the others are in the agenda, and as many fit on a sheet to hand over. */
const most = 8

/** The activities that stand in every report of a team: those of the week that comes, whenever somebody reads it, because a week that is over points nobody anywhere. */
export async function nearbyOf(ctx: Context, { teamId }: Pick<MeetingRecord, 'teamId'>): Promise<Nearby> {
  const team = await ctx.db
    .selectFrom('teams as t')
    .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 't.municipalityId').onRef('a.id', '=', 't.areaId'))
    .where('t.id', '=', teamId)
    .select('a.slug')
    .executeTakeFirst()
  if (!team) return { area: '', activities: [], all: 0 }
  return { area: team.slug, ...(await comingWeek(ctx, team.slug, most)) }
}

/** The activities, with the sheet to hand them over on and the whole agenda. */
export const NearbyActivities = ({ it: { area, activities, all }, now }: { it: Nearby; now: Date }) =>
  activities.length === 0 ? null : (
    <Section title={say(texts.nearby)} id="activiteiten">
      <RowList label={say(texts.nearby)}>
        {activities.map((one) => (
          <Row when={shortDay(one.day, now)} title={one.name} href={`/sociale-kaart/voorziening/${one.slug}`} level={3}>
            <p>{[one.times, one.place, one.cost].filter(Boolean).join(', ')}</p>
          </Row>
        ))}
      </RowList>
      <Acts>
        <ButtonLink href={`/meegeven/kiezen?${activities.map(({ slug }) => `s=${slug}`).join('&')}`}>{say(texts.handOver)}</ButtonLink>
        <ButtonLink look="plain" href={`/agenda?wijk=${area}`}>
          {say(texts.wholeAgenda(all))}
        </ButtonLink>
      </Acts>
    </Section>
  )
