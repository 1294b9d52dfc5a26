import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { Plan, Scenarios } from './FutureParts.tsx'
import { mapHref, sectionHref } from './mapAct.ts'
import type { ShownFuturePage } from './shown.ts'
import { texts } from './texts.ts'

const Ways = ({ shown, names }: { shown: ShownFuturePage; names: readonly string[] }) => {
  const open = shown.acts.filter((it) => names.includes(it.name))
  return open.length === 0 ? null : (
    <Acts>
      {open.map((it) => (
        <ButtonLink look="outlined" href={it.href}>
          {say(it.title)}
        </ButtonLink>
      ))}
    </Acts>
  )
}

/** The future of a neighbourhood on one page: scenarios with what parties think, the choice, and the plan. */
export const FuturePage = ({ shown }: { shown: ShownFuturePage }) => (
  <>
    <PageHead title={say(texts.future)} crumbs={[{ label: say(texts.maps), href: '/wijkkaart' }, { label: say(texts.mapOf(shown.area, shown.edition)), href: mapHref(shown.mapId) }, { label: say(texts.future) }]} lead={say(texts.futureLead)} />
    <Section title={say(texts.scenarios)} id="scenarios">
      <Scenarios level={3} future={shown.future} href={(key) => sectionHref(shown.mapId, key)} />
      <Ways shown={shown} names={['neighbourhood-map.describe-scenario', 'neighbourhood-map.choose-scenario']} />
    </Section>
    <Section title={say(texts.plan)} id="plan" strong>
      <Plan goals={shown.future.goals} />
      <Ways shown={shown} names={['neighbourhood-map.set-goal']} />
    </Section>
  </>
)
