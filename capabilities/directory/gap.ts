import { sql } from 'kysely'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import { say } from '../../platform/texts.ts'
import { line } from '../../platform/validation.ts'
import { findTerms, type SortTerm } from './supply.ts'

const texts = {
  title: { nl: 'Voor deze vraag is geen aanbod', en: 'There is no offer for this question' },
  submit: { nl: 'Meld dit', en: 'Tell this' },
  area: { nl: 'In welke wijk?', en: 'In which neighbourhood?' },
  domain: { nl: 'Waar gaat de vraag over?', en: 'What is the question about?' },
  source: { nl: 'Wanneer merkte je het?', en: 'When did you notice it?' },
  triage: { nl: 'Bij een signaal of een eerste gesprek', en: 'With a signal or a first talk' },
  referral: { nl: 'Toen ik wilde verwijzen', en: 'When I wanted to refer' },
  words: { nl: 'Wat werd gezocht?', en: 'What was looked for?' },
  wordsHint: { nl: 'Een paar woorden, nooit iets over een persoon. We bewaren alleen woorden die de sociale kaart kent.', en: 'A few words, never anything about a person. We only keep words that the directory knows.' },
  done: { nl: 'Gemeld. Het telt mee bij wat er in de wijk ontbreekt.', en: 'Told. It counts with what is missing in the neighbourhood.' },
}
type Ground = { domains: readonly SortTerm[]; areas: readonly { id: string; slug: string; name: string }[] }

const telling = ['professional', 'coordinator', 'partner', 'neighbourhood-manager', 'information-manager']
const mayTell = (actor: Actor): boolean => actor.kind === 'worker' && telling.includes(actor.role)

async function find({ db }: Reading): Promise<Ground> {
  const [domains, areas] = await Promise.all([findTerms(db, 'life-domain'), db.selectFrom('areas').where('composed', '=', false).where('kind', 'not in', ['country', 'province', 'municipality']).orderBy('name').select(['id', 'slug', 'name']).execute()])
  return { domains, areas }
}

/** Somebody of a team tells that there is nothing for a question: counted with the searches that found nothing, without whose question it was. */
export const gapTold = act({
  name: 'directory.tell-gap',
  at: '/directory/gaps',
  page: '/sociale-kaart/gemis',
  title: texts.title,
  submit: texts.submit,
  audit: 'C',
  input: z.strictObject({ area: line(80), domain: line(80), source: z.enum(['triage', 'referral']), words: line(120).optional() }),
  form: {
    area: { as: 'pick', label: texts.area }, domain: { as: 'pick', label: texts.domain }, source: { as: 'choice', label: texts.source, options: { triage: texts.triage, referral: texts.referral } },
    words: { as: 'text', label: texts.words, hint: texts.wordsHint, longest: 120, optional: true },
  },
  output: z.object({ area: z.string() }),
  find,
  may: (actor) => mayTell(actor),
  about: () => [],
  choices: async (_ctx, { domains, areas }) => ({ area: areas.map(({ slug, name }) => ({ value: slug, label: name })), domain: domains.map((it) => ({ value: it.slug, label: say(it) })) }),
  prefill: (_ground, query) => ({ area: query.get('wijk') ?? undefined, domain: query.get('over') ?? undefined, source: query.get('bij') === 'verwijzing' ? 'referral' : 'triage' }),
  run: async (ctx, { domains, areas }, { area, domain, source, words }) => {
    const at = areas.find(({ slug }) => slug === area)
    const about = domains.find(({ slug }) => slug === domain)
    await sql`select ctx.note_gap(${words ?? ''}, ${at?.id ?? null}, ${source}, ${about?.id ?? null})`.execute(ctx.db)
    return { area }
  },
  present: (_ctx, { area }) => ({ area }),
  next: ({ area }) => `/wijk/${area}/behoefte`,
  back: '/sociale-kaart',
  done: texts.done,
})
