import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { planHref } from './planAct.ts'
import type { ShownPlans } from './shown.ts'
import { texts } from './texts.ts'

type ShownArea = ShownPlans['areas'][number]

const PublicLink = ({ it }: { it: ShownArea }) => (
  <p class="plan-public">
    <a href={`/wijk/${it.slug}/plan`}>
      {say(texts.readPublic)}
      <span class="unseen"> {it.area}</span>
    </a>
  </p>
)

const publicWords = { no: texts.notPublic, older: texts.publicOlder, yes: texts.isPublic }

const Plans = ({ it }: { it: ShownArea }) => (
  <RowList label={it.area}>
    {it.plans.map((plan) => (
      <Row when={plan.endedOn ? say(texts.isEnded) : `${plan.fromYear}-${plan.untilYear}`} state={plan.endedOn ? 'good' : plan.late > 0 ? 'watch' : 'now'} title={say(texts.planTitle(it.area, plan.fromYear, plan.untilYear))} href={planHref(plan.id)} level={3}>
        <p>
          <Dutch>{plan.about}</Dutch>
        </p>
        <p>
          {say(texts.progress(plan.goals, plan.reached, plan.open))}. {say(publicWords[plan.published])}.
        </p>
        {plan.late > 0 ? <p class="strong">{say(texts.lateCount(plan.late))}</p> : null}
      </Row>
    ))}
  </RowList>
)

/** All areas with their plans; of areas where the actor does not work, only the way to what is public. */
export const PlansPage = ({ shown }: { shown: ShownPlans }) => (
  <>
    <PageHead title={say(texts.plans)} lead={say(texts.plansLead)} />
    {shown.areas.map((it) => (
      <Section
        title={it.area}
        id={it.slug}
        act={
          it.openHref ? (
            <ButtonLink look="plain" href={it.openHref}>
              {say(texts.begin)}
              <span class="unseen"> {it.area}</span>
            </ButtonLink>
          ) : null
        }
      >
        {it.plans.length > 0 ? <Plans it={it} /> : it.isPublic ? null : <Empty title={say(it.works ? texts.noPlan : texts.notYours)} level={3} />}
        {it.isPublic ? <PublicLink it={it} /> : null}
      </Section>
    ))}
  </>
)
