import { fullDay } from '../../platform/dates.ts'
import { locale, say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { Empty } from '../../ui/moments.tsx'
import { BackLink, PageHead, Section } from '../../ui/page.tsx'
import type { PlanContent } from './content.ts'
import { ActionBlock, byTerm, GoalBlock, Years } from './Parts.tsx'
import { AnswersPoints, OpenAnalysis } from './PointBlock.tsx'
import type { ShownPublicPlan } from './shown.ts'
import { OpenTeam } from './TeamPlaces.tsx'
import { texts } from './texts.ts'
import { terms } from './words.ts'

const Goals = ({ plan }: { plan: PlanContent }) => {
  const loose = plan.actions.filter(({ goalId }) => goalId === null)
  return (
    <>
      {byTerm(plan.goals).map(({ term, goals }) => (
        <Section title={say(terms[term])} id={`termijn-${term}`} strong>
          <ul class="plan-goals">
            {goals.map((it) => {
              const own = plan.actions.filter(({ goalId }) => goalId === it.id)
              return (
                <GoalBlock it={it} level={3}>
                  <AnswersPoints ids={it.points} points={plan.points} base="" />
                  {own.length > 0 ? (
                    <ul class="plan-actions" aria-label={say(texts.actions)}>
                      {own.map((action) => (
                        <ActionBlock it={action} level={4} />
                      ))}
                    </ul>
                  ) : null}
                </GoalBlock>
              )
            })}
          </ul>
        </Section>
      ))}
      {loose.length > 0 ? (
        <Section title={say(texts.ownGoals)} id="andere-acties" strong>
          <ul class="plan-actions">
            {loose.map((action) => (
              <ActionBlock it={action} level={3} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

const Plan = ({ shown, plan }: { shown: ShownPublicPlan; plan: PlanContent }) => (
  <>
    {locale() === 'nl' ? null : <p class="soft">{say(texts.dutchOnly)}</p>}
    {shown.of ? <p>{say(texts.ofAround(shown.of.name))}</p> : null}
    <p class="lead">
      <Dutch>{plan.about}</Dutch>
    </p>
    <p class="small soft">
      {shown.publishedOn ? say(texts.publishedOn(fullDay(shown.publishedOn))) : null}{' '}
      {plan.mapEdition ? (
        <>
          {say(texts.madeFrom)} <a href={`/wijk/${shown.of?.slug ?? shown.slug}/kaart`}>{say(texts.mapEdition(plan.mapEdition))}</a>.
        </>
      ) : null}
    </p>
    {plan.outcome ? (
      <Section title={say(texts.outcome)} id="opbrengst">
        <p>
          <Dutch>{plan.outcome}</Dutch>
        </p>
      </Section>
    ) : null}
    <OpenAnalysis points={plan.points} />
    <Goals plan={plan} />
    <OpenTeam team={plan.team} />
    <Section title={say(texts.multiYear)} id="jaren" strong>
      <Years goals={plan.goals} fromYear={plan.fromYear} untilYear={plan.untilYear} />
    </Section>
  </>
)

/** The plan as everybody reads it: what it is about, goals with what is done for each, and the years. */
export const PublicPlanPage = ({ shown }: { shown: ShownPublicPlan }) => {
  const { plan, team } = shown
  return (
    <>
      <BackLink href={`/wijk/${shown.slug}`}>{shown.area}</BackLink>
      <PageHead title={say(plan ? texts.planTitle(shown.of?.name ?? shown.area, plan.fromYear, plan.untilYear) : texts.planOf(shown.area))} lead={plan ? say(texts.publicLead(shown.of?.name ?? shown.area)) : undefined} />
      {plan ? (
        <Plan shown={shown} plan={plan} />
      ) : (
        <Empty
          title={say(texts.publicNone)}
          act={
            <ButtonLink look="outlined" href={`/wijk/${shown.slug}/kaart`}>
              {say(texts.toMap)}
            </ButtonLink>
          }
        >
          <p>{say(texts.publicNoneLead)}</p>
        </Empty>
      )}
      {team ? (
        <Section title={say(texts.thinkAlong)} id="meedoen">
          <p>{say(texts.thinkAlongLead)}</p>
          <Acts>
            <ButtonLink look="outlined" href={`/team/${team.slug}`}>
              {say(texts.toTeam(team.name))}
            </ButtonLink>
          </Acts>
        </Section>
      ) : null}
      {shown.others.length > 0 ? (
        <p class="section">
          {say(texts.earlier)}:{' '}
          {shown.others.map((year) => (
            <>
              <a href={`/wijk/${shown.slug}/plan?jaar=${year}`}>{year}</a>{' '}
            </>
          ))}
        </p>
      ) : null}
    </>
  )
}
