import type { Child } from 'hono/jsx'
import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { AroundDutch, Dutch } from '../../ui/Dutch.tsx'
import { type State, StateMark, Tag } from '../../ui/marks.tsx'
import { Quote } from '../../ui/page.tsx'
import { Prose, Source } from './SectionParts.tsx'
import type { ShownContribution } from './shown.ts'
import { texts } from './texts.ts'
import { findingSorts, kinds, makeUpSorts, placeSorts, scales, voices } from './words.ts'

const saidOf = ({ saidBy, saidOn }: ShownContribution) => (saidBy ? <AroundDutch said={saidOn ? say(texts.saidOn(saidBy, fullDay(saidOn))) : saidBy} words={saidBy} /> : null)
const marks: Record<NonNullable<ShownContribution['sort']>, State> = { hotspot: 'watch', 'meeting-place': 'good', strain: 'watch', help: 'good', nuisance: 'info', safety: 'info', police: 'info', attachment: 'info', satisfaction: 'info' }
const sortWords = { ...placeSorts, ...makeUpSorts, ...findingSorts }

const Mark = ({ it }: { it: ShownContribution }) => (it.sort ? <StateMark state={marks[it.sort]}>{say(sortWords[it.sort])}</StateMark> : null)

/** One thing that somebody added, in the shape of its kind. What kind of knowledge it is always stands above it in words. */
export const Added = ({ it, level }: { it: ShownContribution; level: 3 | 4 }) => {
  const Title = level === 3 ? 'h3' : 'h4'
  if (it.kind === 'quote') return (
      <Quote said={saidOf(it)}>
        <span lang="nl">{it.body}</span>
      </Quote>
    )
  return (
    <>
      <p class="map-kind">
        {it.kind === 'place' || it.kind === 'make-up' || it.kind === 'finding' ? <Mark it={it} /> : <Tag>{say(it.kind === 'opinion' && it.voice ? voices[it.voice] : kinds[it.kind])}</Tag>}
      </p>
      {it.about && it.kind !== 'opinion' ? <Title class="row-title map-about"><Dutch>{it.kind === 'risk-group' && it.theme ? say(texts.byTheme(it.theme, it.about)) : it.about}</Dutch></Title> : null}
      <Prose text={it.body} />
      {it.criteria.length > 0 ? (
        <>
          <p class="small strong">{say(texts.criteria)}</p>
          <ul class="map-criteria" lang="nl">
            {it.criteria.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      ) : null}
      {it.scale ? <p class="small soft">{say(texts.scaleIs(say(scales[it.scale])))}</p> : null}
      {saidOf(it) ? <p class="small soft">{saidOf(it)}</p> : null}
      {it.source ? <Source of={it.source} /> : null}
    </>
  )
}

/** Opinions about one thing, beside each other; everything else by itself. */
export function grouped<C extends ShownContribution>(all: readonly C[]): { about: string | null; of: readonly C[] }[] {
  const opinions = all.filter((it) => it.kind === 'opinion')
  const subjects = [...new Set(opinions.map((it) => it.about))]
  return [...all.filter((it) => it.kind !== 'opinion').map((it) => ({ about: null, of: [it] })), ...subjects.map((about) => ({ about, of: opinions.filter((it) => it.about === about) }))]
}

/** What stands beside the text of a section. `below` is put under each, as colleagues have it. */
export function Beside<C extends ShownContribution>({ all, below, level }: { all: readonly C[]; below?: (it: C) => Child; level: 3 | 4 }) {
  const Title = level === 3 ? 'h3' : 'h4'
  return (
    <div class="map-beside">
      {grouped(all).map(({ about, of }) =>
        about === null ? (
          of.map((it) => (
            <div class="map-added">
              <Added it={it} level={level} />
              {below?.(it)}
            </div>
          ))
        ) : (
          <div class="map-opinions">
            <Title class="row-title">
              {say(texts.opinions)}: <span lang="nl">{about}</span>
            </Title>
            <div class="map-sides">
              {of.map((it) => (
                <div class="map-side">
                  <Added it={it} level={level} />
                  {below?.(it)}
                </div>
              ))}
            </div>
          </div>
        ),
      )}
    </div>
  )
}
