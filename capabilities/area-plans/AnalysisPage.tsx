import { shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { Message } from '../../ui/Message.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { EvidenceList, saidOf, sourceOf } from '../evidence/index.ts'
import { AnsweredBy } from '../reasons/index.ts'
import { analysisTexts as texts } from './analysisTexts.ts'
import { PointBlock } from './PointBlock.tsx'
import { planHref } from './planAct.ts'
import type { OwnPoint, ShownAnalysis } from './shown.ts'
import { actTexts } from './actTexts.ts'
import { texts as general } from './texts.ts'

const Point = ({ it, plan, now }: { it: OwnPoint; plan: string; now: Date }) => (
  <PointBlock it={it} level={3}>
    {it.evidence.length > 0 ? <EvidenceList evidence={it.evidence.map((one) => ({ ...one, inside: one.publicHref === null }))} /> : <p class="soft">{say(texts.restsOnNothing)}</p>}
    <AnsweredBy answers={it.answers} />
    {it.goals.length > 0 ? (
      <p>
        {say(texts.answeredBy)}:{' '}
        {it.goals.map(({ id, goal }, place) => (
          <>
            {place > 0 ? '; ' : null}
            <a href={`${plan}#doel-${id}`}>
              <Dutch>{goal}</Dutch>
            </a>
          </>
        ))}
      </p>
    ) : null}
    <p class="small soft">
      {say(texts.writtenBy(it.by, shortDay(new Date(it.at), now)))}
      {it.changed ? `, ${say(texts.changedBy(it.changed.by, shortDay(new Date(it.changed.at), now)))}` : ''}
    </p>
    {it.changeHref && it.withdrawHref && it.goalHref ? (
      <Acts>
        {[
          { href: it.changeHref, label: texts.change },
          { href: it.goalHref, label: actTexts.goalTitle },
          { href: it.withdrawHref, label: texts.withdraw },
        ].map(({ href, label }) => (
          <ButtonLink look="plain" href={href}>
            {say(label)}
            <span class="unseen">: {it.statement}</span>
          </ButtonLink>
        ))}
      </Acts>
    ) : null}
  </PointBlock>
)

type OneHead = ShownAnalysis['heads'][number]

/** What strikes in what is known and stands in no point yet: the analysis begins with it. */
const Unused = ({ unused }: Pick<OneHead, 'unused'>) =>
  unused.length === 0 ? null : (
    <Disclosure question={say(texts.unused(unused.length))}>
      <ShortList>
        {unused.map((it) => (
          <ShortItem title={<a href={it.href}>{say(it.label)}</a>}>
            <p>{saidOf(it)}</p>
            <p>{sourceOf(it)}</p>
            <p>
              <a href={it.pointHref}>
                {say(texts.makePoint)}
                <span class="unseen">: {say(it.label)}</span>
              </a>
            </p>
          </ShortItem>
        ))}
      </ShortList>
    </Disclosure>
  )

const changedIn = (heads: readonly OneHead[]): number => heads.flatMap(({ points }) => points).filter(({ evidence }) => evidence.some(({ since }) => since)).length

/** The analysis for those who work on it: three heads, each with its judgements and what they rest on. */
export const AnalysisPage = ({ shown, now }: { shown: ShownAnalysis; now: Date }) => {
  const changed = changedIn(shown.heads)
  return (
    <>
      <PageHead
        title={say(texts.analysis)}
        crumbs={[{ label: say(general.plans), href: '/wijkplan' }, { label: say(general.planTitle(shown.area, shown.fromYear, shown.untilYear)), href: planHref(shown.planId) }, { label: say(texts.analysis) }]}
        lead={say(texts.lead)}
      />
      {shown.mapHref && shown.mapEdition ? (
        <p>
          {say(general.madeFrom)} <a href={shown.mapHref}>{say(general.mapEdition(shown.mapEdition))}</a>.
        </p>
      ) : null}
      {changed > 0 ? <Message kind="watch" title={say(texts.changedSince(changed))} /> : null}
      {shown.heads.map((it) => (
        <Section
          title={say(texts.heads[it.head])}
          note={say(texts.headNotes[it.head])}
          id={it.head}
          strong
          act={
            it.addHref ? (
              <ButtonLink look="outlined" href={it.addHref}>
                {say(texts.addTo)}
                <span class="unseen">: {say(texts.heads[it.head])}</span>
              </ButtonLink>
            ) : null
          }
        >
          {it.points.length === 0 ? <Empty title={say(texts.noPoints)} level={3} /> : (
            <ul class="plan-goals">
              {it.points.map((one) => (
                <Point it={one} plan={planHref(shown.planId)} now={now} />
              ))}
            </ul>
          )}
          <Unused unused={it.unused} />
        </Section>
      ))}
    </>
  )
}
