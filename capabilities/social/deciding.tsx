import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { type FieldError, invalid, notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { type Formula, type PartKey, partKeys } from './formula.ts'
import { maySetFormula } from './policy.ts'
import { type Countable, findCountables, findFormula } from './record.ts'
import { partNames, statements } from './texts.ts'

type Deciding = Formula & { countables: readonly Countable[] }

const find = async (reading: Reading): Promise<Deciding> => {
  const [formula, countables] = await Promise.all([findFormula(reading), findCountables(reading.db)])
  return { ...formula, countables }
}

/** A formula is never changed: the new one has the next number, and two who change it at once get the same. */
async function keep(ctx: Context<Staff>, { version, statements, imported, parts }: Formula): Promise<void> {
  const { municipalityId, id: byId } = ctx.actor
  await ctx.db.insertInto('socialFormulas').values({ municipalityId, version: version + 1, statements: statements.map(String), imported, parts: JSON.stringify(parts), byId, at: ctx.now }).execute()
}

const shared = {
  output: z.object({ version: z.int() }),
  may: (actor: Staff) => maySetFormula(actor),
  about: () => [],
  version: ({ version }: Deciding) => version,
  present: (_ctx: unknown, _done: unknown, { version }: Deciding) => ({ version: version + 1 }),
  next: () => '/wijken/sociaal',
  back: '/wijken/sociaal',
  done: actTexts.formulaDone,
}
const options = (all: readonly Countable[]) => all.map(({ key, name }) => ({ value: key, label: say(name) }))
const weight = () => z.number().min(0).max(10)
const mistake = (at: string, code: string, detail: FieldError['detail']): FieldError => ({ in: 'body', at, code, detail })

const ofStatement = (place: number) => ({ as: 'number', label: actTexts.formulaStatement(place + 1), hint: statements[place as 0 | 1 | 2 | 3] }) as const

/** How heavily each statement counts in social quality, and which figure holds a score of somebody else. */
export const formulaSet = act({
  ...shared,
  name: 'social.set-formula',
  at: '/social-formula',
  page: '/wijken/sociaal/berekening',
  title: actTexts.formulaTitle,
  input: z.strictObject({ know: weight(), pleasant: weight(), sociable: weight(), home: weight(), imported: line(80).optional() }),
  form: { know: ofStatement(0), pleasant: ofStatement(1), sociable: ofStatement(2), home: ofStatement(3), imported: { as: 'pick', label: actTexts.importedLabel, hint: actTexts.importedHint, optional: true } },
  find,
  choices: async (_ctx, { countables }) => ({ imported: options(countables.filter(({ unit }) => unit === 'score')) }),
  prefill: ({ statements: [know, pleasant, sociable, home], imported }) => ({ know, pleasant, sociable, home, imported }),
  intro: () => <p>{say(actTexts.weightHint)}</p>,
  run: async (ctx, formula, { know, pleasant, sociable, home, imported }) => {
    if (know + pleasant + sociable + home === 0) throw invalid([mistake('know', 'nothing-counts', actTexts.somethingCounts)])
    await keep(ctx, { ...formula, statements: [know, pleasant, sociable, home], imported: imported ?? null })
  },
})

type OnePart = Deciding & { key: PartKey }

async function findPart(reading: Reading, { part }: { part: string }): Promise<OnePart> {
  const key = partKeys.find((it) => it === part)
  if (!key) throw notFound()
  return { ...(await find(reading)), key }
}

const places = [1, 2, 3] as const
type Figures = Partial<Record<`figure${1 | 2 | 3}`, string> & Record<`${'worst' | 'best'}${1 | 2 | 3}`, number>>

/** What is wrong with the figures of a part, all of it. */
function wrongWith(input: Figures): FieldError[] {
  return places.flatMap((place) => {
    const [figure, worst, best] = [input[`figure${place}`], input[`worst${place}`], input[`best${place}`]]
    if (figure === undefined) return worst === undefined && best === undefined ? [] : [mistake(`figure${place}`, 'missing', actTexts.figureFirst)]
    if (places.some((other) => other < place && input[`figure${other}`] === figure)) return [mistake(`figure${place}`, 'twice', actTexts.figureTwice)]
    if (worst === undefined || best === undefined) return [mistake(`${worst === undefined ? 'worst' : 'best'}${place}`, 'missing', actTexts.bothEnds)]
    return worst === best ? [mistake(`best${place}`, 'same', actTexts.endsDiffer)] : []
  })
}

const figure = (place: 1 | 2 | 3) => ({ as: 'pick', label: actTexts.partFigure(place), hint: actTexts.partFigureHint, optional: true }) as const
const worst = (place: 1 | 2 | 3) => ({ as: 'number', label: actTexts.partWorst(place), optional: true }) as const
const best = (place: 1 | 2 | 3) => ({ as: 'number', label: actTexts.partBest(place), optional: true }) as const
const end = () => z.number().min(-1e9).max(1e9).optional()
const key = () => line(80).optional()

/** From which figures a part of the social index is made, and how heavily it counts. */
export const partSet = act({
  ...shared,
  name: 'social.set-part',
  at: '/social-formula/parts/:part',
  page: '/wijken/sociaal/deel/:part',
  title: actTexts.partTitle,
  input: z.strictObject({ weight: weight(), figure1: key(), worst1: end(), best1: end(), figure2: key(), worst2: end(), best2: end(), figure3: key(), worst3: end(), best3: end() }),
  form: {
    weight: { as: 'number', label: actTexts.partWeight, hint: actTexts.weightHint },
    figure1: figure(1), worst1: worst(1), best1: best(1), figure2: figure(2), worst2: worst(2), best2: best(2), figure3: figure(3), worst3: worst(3), best3: best(3),
  },
  find: findPart,
  choices: async (_ctx, { countables }) => ({ figure1: options(countables), figure2: options(countables), figure3: options(countables) }),
  prefill: ({ parts, key: part }) => Object.assign({ weight: parts[part].weight }, ...parts[part].figures.map((it, index) => ({ [`figure${index + 1}`]: it.indicator, [`worst${index + 1}`]: it.worst, [`best${index + 1}`]: it.best }))),
  intro: ({ key: part }) => <p class="lead">{say(partNames[part])}</p>,
  run: async (ctx, { key: part, ...formula }, { weight: heavy, ...input }) => {
    const wrong = wrongWith(input)
    if (wrong.length > 0) throw invalid(wrong)
    const figures = places.flatMap((place) => {
      const indicator = input[`figure${place}`]
      return indicator === undefined ? [] : [{ indicator, worst: input[`worst${place}`] ?? 0, best: input[`best${place}`] ?? 0 }]
    })
    await keep(ctx, { ...formula, parts: { ...formula.parts, [part]: { weight: heavy, figures } } })
  },
})
