import { z } from 'zod'
import { act, view } from '../../../platform/act.ts'
import { stale } from '../../../platform/refusal.ts'
import { say } from '../../../platform/texts.ts'
import { line, nothing } from '../../../platform/validation.ts'
import { figureText, keepsFigures, yearText } from '../../neighbourhoods/index.ts'
import { takingOf } from '../bringing.ts'
import { flagSuspects } from './flagging.ts'
import { findSuspect, findSuspects, type Suspect } from './record.ts'
import { type ShownSuspect, shownSuspects } from './shown.ts'
import { SuspectsPage } from './SuspectsPage.tsx'
import { texts } from './texts.ts'

const withPage = (kind: string): boolean => !['country', 'province', 'municipality'].includes(kind)
const figureOf = (it: Suspect): string => figureText(it, { ...it, madeOf: [] })

const presentSuspect = (it: Suspect): ShownSuspect => ({
  flagId: it.id, rule: it.rule, explanation: say(it.explanation), flaggedAt: it.flaggedAt.toISOString(), judgement: it.judgement, reason: it.reason, judgedBy: it.judgedBy, judgedAt: it.judgedAt?.toISOString() ?? null, version: it.version,
  area: it.area, slug: withPage(it.kind) ? it.slug : null, indicator: it.indicator, name: say(it.name), year: it.year, figure: figureOf(it), source: `${it.publisher}, ${it.edition}`,
})

/** Figures that can hardly be right. */
export const suspectsListed = view({
  name: 'figures.suspects',
  at: '/figures/suspects',
  path: '/wijken/beheer/twijfel',
  title: texts.title,
  query: nothing,
  output: shownSuspects,
  find: findSuspects,
  may: keepsFigures,
  about: (found) => found.map((it) => it.id),
  present: (_ctx, found) => ({ suspects: found.map(presentSuspect) }),
  page: ({ suspects }) => <SuspectsPage suspects={suspects} />,
})

const Why = ({ it }: { it: Suspect }) => (
  <div class="stack">
    <p>
      <strong>
        {it.area}: {say(it.name)}
      </strong>
    </p>
    <p>{say(it.explanation)}</p>
    <p class="small soft">{say(texts.line(figureOf(it), yearText(it.year), `${it.publisher}, ${it.edition}`))}</p>
    <p class="small">
      <a href={withPage(it.kind) ? `/wijk/${it.slug}#cijfers` : `/wijken/cijfer/${it.indicator}`}>{it.area}</a>
    </p>
  </div>
)

/** Says of a figure in doubt that it is right after all, or that the publisher was asked. The figure itself stays. */
export const suspectJudged = act({
  name: 'figures.judge-suspect',
  at: '/figures/suspects/:flagId/judgement',
  page: '/wijken/beheer/twijfel/:flagId',
  title: texts.judgeTitle,
  submit: texts.judgeSubmit,
  input: z.strictObject({ judgement: z.enum(['right', 'asked']), reason: line(500) }),
  form: { judgement: { as: 'choice', label: texts.judgement, options: texts.judgements }, reason: { as: 'text', label: texts.reason, hint: texts.reasonHint } },
  output: z.object({ flagId: z.uuid() }),
  find: findSuspect,
  may: keepsFigures,
  about: (record) => [record.id],
  version: (record) => record.version,
  prefill: ({ judgement, reason }) => ({ judgement: judgement ?? undefined, reason: reason ?? undefined }),
  intro: (record) => <Why it={record} />,
  run: async ({ db, actor, now }, record, { judgement, reason }) => {
    const done = await db.updateTable('figureFlags').set({ judgement, reason, judgedBy: actor.id, judgedAt: now, version: record.version + 1 }).where('id', '=', record.id).where('version', '=', record.version).executeTakeFirstOrThrow()
    if (done.numUpdatedRows !== 1n) throw stale()
  },
  present: (_ctx, _done, record) => ({ flagId: record.id }),
  back: '/wijken/beheer/twijfel',
  next: () => '/wijken/beheer/twijfel',
  done: texts.saved,
})

/** Looks at all figures once more. */
export const figuresChecked = act({
  name: 'figures.check-all',
  at: '/figures/checks',
  page: '/wijken/beheer/nakijken',
  title: texts.check,
  input: nothing,
  form: {},
  output: z.object({ waiting: z.int() }),
  find: async () => null,
  may: keepsFigures,
  about: () => [],
  intro: () => <p>{say(texts.checkIntro)}</p>,
  run: (ctx) => flagSuspects(takingOf(ctx)),
  present: (_ctx, waiting) => ({ waiting }),
  back: '/wijken/beheer/twijfel',
  next: () => '/wijken/beheer/twijfel',
  done: texts.checked,
})
