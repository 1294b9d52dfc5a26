import { z } from 'zod'
import { view } from '../../platform/act.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { BackLink, PageHead, Section } from '../../ui/page.tsx'
import { worksInArea } from '../area-plans/index.ts'
import { Because, Grounds, reasonsOf, shownReason } from '../reasons/index.ts'
import { most, reasonsHref } from './giving.ts'
import { mayGiveReason, mayGiveSome } from './policy.ts'
import { findThingInTown } from './record.ts'
import { texts } from './texts.ts'

const shown = z.object({
  name: z.string(), href: z.string(), called: z.enum(['activity', 'programme', 'other']),
  reasons: z.array(shownReason.extend({ endHref: z.string().nullable() })),
  areas: z.array(z.object({ name: z.string(), href: z.string() })).describe('for which the actor can say it'),
})
type Shown = z.output<typeof shown>

const ReasonsPage = ({ it }: { it: Shown }) => (
  <>
    <BackLink href={it.href}>{it.name}</BackLink>
    <PageHead title={say(texts.plainTitle)} lead={say(texts.lead)} />
    {it.reasons.length === 0 ? <Empty title={say(texts.none)} /> : null}
    {it.reasons.map((one) => (
      <Section title={one.area.name} id={`reden-${one.id}`}>
        <div class="stack">
          <Because it={one} called={it.called} />
          {one.restsOn.length > 0 ? <Grounds grounds={one.restsOn} /> : null}
          {one.endHref ? (
            <Acts>
              <ButtonLink look="plain" href={one.endHref}>
                {say(texts.end)}
                <span class="unseen">: {one.because}</span>
              </ButtonLink>
            </Acts>
          ) : null}
        </div>
      </Section>
    ))}
    <Section title={say(texts.where)} id="wijk">
      {it.areas.length === 0 ? <p>{say(it.reasons.length >= most ? texts.already : texts.nowhere)}</p> : (
        <ShortList>
          {it.areas.map(({ name, href }) => (
            <ShortItem title={<a href={href}>{name}</a>} />
          ))}
        </ShortList>
      )}
    </Section>
  </>
)

/** Why something is there, and for which neighbourhood it can be said. */
export const reasonsViewed = view({
  name: 'activity-reasons.view',
  at: '/activity-reasons/of/:sort/:key',
  path: '/sociale-kaart/waarom/:sort/:key',
  title: ({ name }) => texts.title(name),
  query: nothing,
  output: shown,
  find: findThingInTown,
  may: mayGiveSome,
  about: ({ id }) => [id],
  present: async ({ db, actor }, { areas, ...it }) => {
    const reasons = await reasonsOf(db, it.sort === 'activiteit' ? { serviceId: it.id } : { programId: it.id })
    const may = (slug: string) => areas.some((area) => area.slug === slug && mayGiveReason(actor, { ...it, area }))
    // Where somebody works comes first; who keeps the thing can say it of every neighbourhood.
    const open = areas.filter((area) => mayGiveReason(actor, { ...it, area })).toSorted((one, other) => Number(worksInArea(actor, other)) - Number(worksInArea(actor, one)))
    return {
      name: it.name, href: it.href, called: it.called, reasons: reasons.map((one) => ({ ...one, endHref: may(one.area.slug) ? `/sociale-kaart/waarom/${one.id}` : null })), areas: reasons.length >= most ? [] : open.map(({ slug, area }) => ({ name: area, href: `${reasonsHref(it)}/${slug}` })),
    }
  },
  page: (it) => <ReasonsPage it={it} />,
})
