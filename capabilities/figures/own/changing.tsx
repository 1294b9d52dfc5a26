import { z } from 'zod'
import { act } from '../../../platform/act.ts'
import type { Db } from '../../../platform/db.ts'
import { conflict, invalid, type Refusal, stale } from '../../../platform/refusal.ts'
import { say } from '../../../platform/texts.ts'
import { nothing } from '../../../platform/validation.ts'
import { keepsFigures } from '../../neighbourhoods/index.ts'
import { changedForm, changedInput, listHref, mistakesIn } from './defining.tsx'
import { findKept, findOne, type KeptIndicator } from './record.ts'
import { texts } from './texts.ts'

const ofOthers = ({ origin }: KeptIndicator): Refusal | undefined => (origin === 'own' ? undefined : conflict('indicator.of-others', texts.ofOthers))

/** Changes one indicator when nobody else did meanwhile. @throws Refusal 412 somebody did */
async function update(db: Db, { id, version }: KeptIndicator, values: object): Promise<void> {
  const done = await db.updateTable('indicators').set({ ...values, version: version + 1 }).where('id', '=', id).where('version', '=', version).executeTakeFirstOrThrow()
  if (done.numUpdatedRows !== 1n) throw stale()
}

const onOwn = {
  output: z.object({ key: z.string() }),
  find: findOne,
  may: keepsFigures,
  audit: 'C' as const,
  about: (record: KeptIndicator) => [record.id],
  version: (record: KeptIndicator) => record.version,
  present: (_ctx: unknown, _done: unknown, record: KeptIndicator) => ({ key: record.key }),
  back: listHref,
  next: () => listHref,
}
const Which = ({ it, then }: { it: KeptIndicator; then: string }) => (
  <>
    <p>
      <strong>{say(it.name)}</strong>. {say(it.definition)}
    </p>
    <p>{then}</p>
  </>
)

/** Changes the words and the rules of an indicator. Its key and its kind of number stay, because figures and addresses hang on them. */
export const indicatorChanged = act({
  ...onOwn,
  name: 'figures.change-indicator',
  at: '/figures/indicators/:key/changes',
  page: `${listHref}/:key/wijzigen`,
  title: texts.changeTitle,
  input: changedInput,
  form: changedForm,
  hindrance: (record) => ofOthers(record) ?? (record.retired ? conflict('indicator.retired', texts.isRetired) : undefined),
  intro: (record) => <Which it={record} then={say(texts.changeIntro)} />,
  prefill: (it) => ({ name: it.name.nl, nameEn: it.name.en, definition: it.definition.nl, definitionEn: it.definition.en, base: it.base?.nl, baseEn: it.base?.en, kind: it.kind, direction: it.direction, decimals: it.decimals, smallest: it.smallest ?? undefined }),
  run: async ({ db }, it, said) => {
    const others = (await findKept({ db })).filter(({ id }) => id !== it.id)
    const mistakes = mistakesIn({ ...said, unit: it.unit }, others)
    if (mistakes.length > 0) throw invalid(mistakes)
    const { name, definition, nameEn = name, definitionEn = definition } = said
    // Words that somebody chose for "more" and "less" stay; those that were made of the name follow it.
    const follows = it.more.nl === texts.higher(it.name.nl).nl && it.less.nl === texts.lower(it.name.nl).nl
    await update(db, it, {
      nameNl: name, nameEn, definitionNl: definition, definitionEn, baseNl: said.base ?? null, baseEn: said.base === undefined ? null : (said.baseEn ?? said.base), kind: said.kind, direction: said.direction, decimals: said.decimals,
      smallestDifference: said.smallest === undefined ? null : String(said.smallest), ...(follows && { moreNl: texts.higher(name).nl, moreEn: texts.higher(nameEn).en, lessNl: texts.lower(name).nl, lessEn: texts.lower(nameEn).en }),
    })
  },
  done: texts.changed,
})

/** Takes an indicator out of use; its figures and its page stay. */
export const indicatorRetired = act({
  ...onOwn,
  name: 'figures.retire-indicator',
  at: '/figures/indicators/:key/retirement',
  page: `${listHref}/:key/stoppen`,
  title: texts.retireTitle,
  submit: texts.retire,
  input: nothing,
  form: {},
  hindrance: (record) => ofOthers(record) ?? (record.retired ? conflict('indicator.retired', texts.isRetired) : undefined),
  intro: (record) => <Which it={record} then={say(texts.retireIntro(say(texts.figures(record.figures))))} />,
  run: ({ db }, record) => update(db, record, { retired: true }),
  done: texts.retired,
})

/** Takes an indicator into use again. */
export const indicatorRestored = act({
  ...onOwn,
  name: 'figures.restore-indicator',
  at: '/figures/indicators/:key/return',
  page: `${listHref}/:key/weer`,
  title: texts.restoreTitle,
  submit: texts.restore,
  input: nothing,
  form: {},
  hindrance: (record) => ofOthers(record) ?? (record.retired ? undefined : conflict('indicator.in-use', texts.inUse)),
  intro: (record) => <Which it={record} then="" />,
  run: ({ db }, record) => update(db, record, { retired: false }),
  done: texts.restored,
})
