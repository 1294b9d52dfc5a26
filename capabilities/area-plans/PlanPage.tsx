import type { Child } from 'hono/jsx'
import { fullDay, overdue, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { NextStep } from '../../ui/boxes.tsx'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section, WithSide } from '../../ui/page.tsx'
import { analysisTexts } from './analysisTexts.ts'
import { ActionBlock, byTerm, GoalBlock, Years } from './Parts.tsx'
import { planHref } from './planAct.ts'
import { AnswersPoints } from './PointBlock.tsx'
import type { OwnAction, OwnGoal, ShownPlan } from './shown.ts'
import { models, teamTexts } from './teamTexts.ts'
import { texts } from './texts.ts'
import { heads, headWords, isClosed, terms, verdictMarks, verdicts } from './words.ts'

/** The way to something that can be done with the whole plan, when it can be done now. */
export const ActLink = ({ shown, name, look, children }: { shown: ShownPlan; name: string; look: 'plain' | 'outlined' | 'filled'; children?: Child }) => {
  const found = shown.acts.find((it) => it.name === `area-plans.${name}`)
  return found ? (
    <ButtonLink look={look} href={found.href}>
      {children ?? say(found.title)}
    </ButtonLink>
  ) : null
}

const Next = ({ shown, now }: { shown: ShownPlan; now: Date }) => {
  const late = shown.actions.filter((it) => it.reportHref && it.nextOn && it.nextOn < shown.today)
  const first = late.find((it) => it.mine) ?? late[0]
  if (first?.reportHref && first.nextOn) {
    return (
      <NextStep
        over={overdue(first.nextOn, now)}
        state="watch"
        title={<Dutch>{say(texts.nextReport(first.what))}</Dutch>}
        act={
          <ButtonLink look="filled" href={first.reportHref}>
            {say(texts.report)}
          </ButtonLink>
        }
      >
        <p>{say(texts.nextReportLead(first.owner))}</p>
      </NextStep>
    )
  }
  const can = (name: string): boolean => shown.acts.some((it) => it.name === `area-plans.${name}`)
  if (shown.goals.length === 0 && can('set-goal')) {
    return (
      <NextStep over={say(texts.nextStep)} title={say(texts.nextGoal)} act={<ActLink shown={shown} name="set-goal" look="filled" />}>
        <p>{say(texts.nextGoalLead)}</p>
      </NextStep>
    )
  }
  if (shown.actions.length === 0 && can('add-action')) {
    return (
      <NextStep over={say(texts.nextStep)} title={say(texts.nextAction)} act={<ActLink shown={shown} name="add-action" look="filled" />}>
        <p>{say(texts.nextActionLead)}</p>
      </NextStep>
    )
  }
  return can('publish') ? (
    <NextStep over={say(texts.nextStep)} title={say(texts.nextPublish)} act={<ActLink shown={shown} name="publish" look="filled">{say(texts.publish)}</ActLink>}>
      <p>{say(texts.nextPublishLead)}</p>
    </NextStep>
  ) : null
}

const More = ({ href, about, children }: { href: string | null; about: string; children?: Child }) =>
  href ? (
    <ButtonLink look="plain" href={href}>
      {children}
      <span class="unseen">: {about}</span>
    </ButtonLink>
  ) : null

const Goal = ({ it, shown }: { it: OwnGoal; shown: ShownPlan }) => (
  <GoalBlock it={it} level={4}>
    <AnswersPoints ids={it.points} points={shown.points} base={`${planHref(shown.id)}/analyse`} />
    <p class="small soft">{say(texts.actionsOf(it.actions))}</p>
    {it.changeHref ? (
      <Acts>
        <More href={it.changeHref} about={it.goal}>
          {say(texts.change)}
        </More>
        <More href={it.actionHref} about={it.goal}>
          {say(texts.addActionFor)}
        </More>
      </Acts>
    ) : null}
  </GoalBlock>
)

const Action = ({ it, now }: { it: OwnAction; now: Date }) => {
  const late = it.nextOn ? overdue(it.nextOn, now) : undefined
  return (
    <ActionBlock
      it={it}
      level={4}
      more={[
        ...(it.goal ? [{ name: say(texts.forGoal).replace(':', ''), value: <Dutch>{it.goal}</Dutch> }] : []),
        { name: say(texts.owner), value: it.owner },
        ...(it.nextOn ? [{ name: say(texts.nextOn), value: late ? <StateMark state="watch">{`${shortDay(it.nextOn, now)}, ${late}`}</StateMark> : shortDay(it.nextOn, now) }] : []),
      ]}
    >
      {it.reportHref ? (
        <Acts>
          <More href={it.reportHref} about={it.what}>
            {say(texts.report)}
          </More>
          <More href={it.changeHref} about={it.what}>
            {say(texts.change)}
          </More>
        </Acts>
      ) : null}
    </ActionBlock>
  )
}

const Actions = ({ shown, now }: { shown: ShownPlan; now: Date }) => {
  const lists = [
    { title: say(texts.openActions), id: 'acties-open', actions: shown.actions.filter((it) => !isClosed(it.state)) },
    { title: say(texts.closedActions), id: 'acties-afgerond', actions: shown.actions.filter((it) => isClosed(it.state)) },
  ].filter((it) => it.actions.length > 0)
  return (
    <Section title={say(texts.actions)} id="acties" strong act={<ActLink shown={shown} name="add-action" look="plain" />}>
      {lists.length === 0 ? <Empty title={say(texts.noActions)} level={3} /> : null}
      {lists.map(({ title, id, actions }) => (
        <Section title={title} id={id} level={3}>
          <ul class="plan-actions">
            {actions.map((it) => (
              <Action it={it} now={now} />
            ))}
          </ul>
        </Section>
      ))}
    </Section>
  )
}

const Side = ({ shown, now }: { shown: ShownPlan; now: Date }) => (
  <Section title={say(texts.stands)} id="stand">
    <ShortList>
      <ShortItem title={shown.published ? <StateMark state={shown.published.current ? 'good' : 'watch'}>{say(shown.published.current ? texts.isPublic : texts.publicOlder)}</StateMark> : <StateMark state="waits">{say(texts.notPublic)}</StateMark>}>
        {shown.published ? say(texts.publishedBy(shown.published.by, shortDay(new Date(shown.published.at), now))) : null}
      </ShortItem>
      {shown.published ? <ShortItem title={<a href={`/wijk/${shown.slug}/plan?jaar=${shown.fromYear}`}>{say(texts.publicPage)}</a>} /> : null}
      {shown.mapHref && shown.mapEdition ? <ShortItem title={<a href={shown.mapHref}>{say(texts.mapEdition(shown.mapEdition))}</a>}>{say(texts.madeFrom)}</ShortItem> : null}
      {shown.endedOn ? <ShortItem title={say(texts.endedOn(fullDay(shown.endedOn)))} /> : null}
    </ShortList>
    <Acts>
      <ActLink shown={shown} name="change" look="outlined" />
      <ActLink shown={shown} name="publish" look="outlined" />
      <ActLink shown={shown} name="unpublish" look="plain" />
      <ActLink shown={shown} name="end" look="plain" />
    </Acts>
  </Section>
)

/** The analysis in short, under its three heads; evidence and acts are on its own page. */
const Analysis = ({ shown: { id, points } }: { shown: ShownPlan }) => {
  const href = `${planHref(id)}/analyse`
  const judged = (verdict: (typeof points)[number]['verdict']) => points.filter((it) => it.verdict === verdict).length
  return (
    <Section
      title={say(analysisTexts.analysis)}
      note={points.length > 0 ? say(analysisTexts.counts(points.length, judged('strength'), judged('worry'))) : undefined}
      id="analyse"
      strong
      act={
        <ButtonLink look="plain" href={href}>
          {say(analysisTexts.read)}
        </ButtonLink>
      }
    >
      {points.length === 0 ? (
        <Empty title={say(analysisTexts.noAnalysis)} level={3}>
          <p>{say(analysisTexts.noAnalysisLead)}</p>
        </Empty>
      ) : null}
      {headWords.map((word) => {
        const own = points.filter((it) => it.head === heads[word])
        return own.length === 0 ? null : (
          <Section title={say(analysisTexts.heads[heads[word]])} id={`analyse-${word}`} level={3}>
            <ul class="plan-year">
              {own.map((it) => (
                <li>
                  <StateMark state={verdictMarks[it.verdict]}>
                    <span class="unseen">{say(verdicts[it.verdict])}: </span>
                    <a href={`${href}#punt-${it.id}`}>
                      <Dutch>{it.statement}</Dutch>
                    </a>
                  </StateMark>
                </li>
              ))}
            </ul>
          </Section>
        )
      })}
    </Section>
  )
}

/** The team that fits, in short. */
const FittingTeam = ({ shown: { teamHref, team } }: { shown: ShownPlan }) => (
  <Section
    title={say(teamTexts.team)}
    id="team"
    strong
    act={
      <ButtonLink look="plain" href={teamHref ?? ''}>
        {say(teamTexts.read)}
      </ButtonLink>
    }
  >
    {team ? (
      <>
        <p class="strong">{say(models[team.model].label)}</p>
        <p>
          <Dutch>{team.reasons}</Dutch>
        </p>
      </>
    ) : (
      <Empty title={say(teamTexts.noChoice)} level={3} />
    )}
  </Section>
)

/** A plan as those who work on it see it: what waits on top, then goals, actions by date and the years. */
export const PlanPage = ({ shown, now }: { shown: ShownPlan; now: Date }) => (
  <>
    <PageHead title={say(texts.planOf(shown.area))} crumbs={[{ label: say(texts.plans), href: '/wijkplan' }, { label: `${shown.fromYear}-${shown.untilYear}` }]} lead={<Dutch>{shown.about}</Dutch>} />
    <Next shown={shown} now={now} />
    <div class="map-body">
      <WithSide side={<Side shown={shown} now={now} />}>
        {shown.outcome ? (
          <Section title={say(texts.outcome)} id="opbrengst">
            <p>
              <Dutch>{shown.outcome}</Dutch>
            </p>
          </Section>
        ) : null}
        <Analysis shown={shown} />
        <Section title={say(texts.goals)} id="doelen" strong act={<ActLink shown={shown} name="set-goal" look="plain" />}>
          {shown.goals.length === 0 ? <Empty title={say(texts.noGoals)} level={3} /> : null}
          {byTerm(shown.goals).map(({ term, goals }) => (
            <Section title={say(terms[term])} id={`termijn-${term}`} level={3}>
              <ul class="plan-goals">
                {goals.map((it) => (
                  <Goal it={it} shown={shown} />
                ))}
              </ul>
            </Section>
          ))}
        </Section>
        <Actions shown={shown} now={now} />
        {shown.teamHref ? <FittingTeam shown={shown} /> : null}
        {shown.goals.length > 0 ? (
          <Section title={say(texts.multiYear)} id="jaren" strong>
            <Years goals={shown.goals} fromYear={shown.fromYear} untilYear={shown.untilYear} />
          </Section>
        ) : null}
      </WithSide>
    </div>
  </>
)
