import type { Child } from 'hono/jsx'
import { say } from '../../platform/texts.ts'
import { Dutch } from '../../ui/Dutch.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { Section } from '../../ui/page.tsx'
import { EvidenceList } from '../evidence/index.ts'
import { analysisTexts as texts } from './analysisTexts.ts'
import type { ContentPoint } from './content.ts'
import { heads, headWords, verdictMarks, verdicts } from './words.ts'

/** One judgement of the analysis, with what follows under it. */
export const PointBlock = ({ it, level, children }: { it: Pick<ContentPoint, 'id' | 'statement' | 'verdict' | 'explained'>; level: 3 | 4; children?: Child }) => {
  const Title = level === 3 ? 'h3' : 'h4'
  return (
    <li class="plan-goal" id={`punt-${it.id}`}>
      <Title class="row-title">
        <Dutch>{it.statement}</Dutch>
      </Title>
      <p class="people">
        <StateMark state={verdictMarks[it.verdict]}>{say(verdicts[it.verdict])}</StateMark>
      </p>
      {it.explained ? (
        <p>
          <Dutch>{it.explained}</Dutch>
        </p>
      ) : null}
      {children}
    </li>
  )
}

/** The analysis as everybody reads it, with what is there and what is needed apart. Nothing when there is none. */
export const OpenAnalysis = ({ points }: { points: readonly ContentPoint[] }) =>
  points.length === 0 ? null : (
    <Section title={say(texts.publicTitle)} id="analyse" strong>
      {headWords.map((word) => {
        const own = points.filter((it) => it.head === heads[word])
        return own.length === 0 ? null : (
          <Section title={say(texts.heads[heads[word]])} id={`analyse-${word}`} level={3}>
            <ul class="plan-goals">
              {own.map((it) => (
                <PointBlock it={it} level={4}>
                  <EvidenceList evidence={it.evidence} />
                  {it.withheld > 0 ? <p class="small soft">{say(texts.withheld(it.withheld))}</p> : null}
                </PointBlock>
              ))}
            </ul>
          </Section>
        )
      })}
    </Section>
  )

/** Which points a goal answers. */
export const AnswersPoints = ({ ids, points, base }: { ids: readonly string[]; points: readonly Pick<ContentPoint, 'id' | 'statement'>[]; base: string }) => {
  const own = points.filter(({ id }) => ids.includes(id))
  return own.length === 0 ? null : (
    <p>
      <span class="soft">{say(texts.answersPoints)}:</span>{' '}
      {own.map(({ id, statement }, place) => (
        <>
          {place > 0 ? '; ' : null}
          <a href={`${base}#punt-${id}`}>
            <Dutch>{statement}</Dutch>
          </a>
        </>
      ))}
    </p>
  )
}
