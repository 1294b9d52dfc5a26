import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { say } from '../../platform/texts.ts'
import { identifierTexts as texts } from './identifierTexts.ts'
import { findKept, keepsDirectory, type Kept, setKept, withHistory } from './keeping.ts'

/** The numbers that have a field, with the code of their list at org-id.guide where there is one. */
const schemes = { kvk: { type: 'KvK', scheme: 'NL-KVK' }, rsin: { type: 'RSIN', scheme: null }, agb: { type: 'AGB', scheme: null } } as const
type Scheme = keyof typeof schemes
const all = Object.keys(schemes) as Scheme[]

/** The check on an RSIN: digits weighed from nine down, the last one taken off, come out at a multiple of eleven. */
export const passesEleven = (digits: string): boolean => [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0

const bare = z.string().trim().max(40).transform((it) => it.replace(/[\s.-]/g, ''))
const input = z.strictObject({
  kvk: bare.refine((it) => /^\d{8}$/.test(it), { error: () => say(texts.kvkWrong) }).optional(),
  rsin: bare.refine((it) => /^\d{9}$/.test(it), { error: () => say(texts.rsinWrong) }).refine((it) => !/^\d{9}$/.test(it) || (passesEleven(it) && it !== '000000000'), { error: () => say(texts.rsinTypo) }).optional(),
  agb: bare.refine((it) => /^\d{8}$/.test(it), { error: () => say(texts.agbWrong) }).optional(),
})

/** The numbers of an organisation, in the order of their kind. */
export const identifiersOf = ({ db }: Pick<Reading, 'db'>, organizationId: string) => db.selectFrom('organizationIdentifiers').where('organizationId', '=', organizationId).orderBy('identifierType').orderBy('identifier').orderBy('id').select(['id', 'identifierType', 'identifierScheme', 'identifier']).execute()
type Identifier = Awaited<ReturnType<typeof identifiersOf>>[number]

const plain = (text: string | null): string => (text ?? '').toLowerCase().replace(/[^a-z]/g, '')
const isOf = (scheme: Scheme, it: Identifier): boolean => plain(it.identifierType).startsWith(scheme) || (schemes[scheme].scheme !== null && it.identifierScheme === schemes[scheme].scheme)

async function findIdentified(reading: Reading, { slug }: { slug: string }) {
  const it = await findKept(reading, { kind: 'organisatie', slug })
  const found = await identifiersOf(reading, it.id)
  return { ...it, numbers: Object.fromEntries(all.map((scheme) => [scheme, found.find((one) => isOf(scheme, one))])) as Record<Scheme, Identifier | undefined> }
}

/** The information manager keeps the numbers by which other systems know an organisation. Numbers of other kinds, which came from elsewhere, stay. */
export const identifiersChanged = act({
  name: 'directory.change-identifiers',
  at: '/directory/organizations/:slug/identifiers',
  page: '/sociale-kaart/organisatie/:slug/nummers',
  title: texts.title,
  input,
  form: {
    kvk: { as: 'text', label: texts.kvk, hint: texts.kvkHint, longest: 14, optional: true },
    rsin: { as: 'text', label: texts.rsin, hint: texts.rsinHint, longest: 14, optional: true },
    agb: { as: 'text', label: texts.agb, hint: texts.agbHint, longest: 14, optional: true },
  },
  output: z.object({ slug: z.string() }),
  find: findIdentified,
  may: keepsDirectory,
  about: (it) => [it.id],
  version: (it: Kept) => it.version,
  intro: () => <p>{say(texts.intro)}</p>,
  prefill: ({ numbers }) => Object.fromEntries(all.map((scheme) => [scheme, numbers[scheme]?.identifier])),
  run: (ctx, it, given) =>
    withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      for (const scheme of all) {
        const [now, identifier] = [it.numbers[scheme], given[scheme]]
        if (now && !identifier) await ctx.db.deleteFrom('organizationIdentifiers').where('id', '=', now.id).execute()
        else if (now && identifier !== now.identifier) await ctx.db.updateTable('organizationIdentifiers').set({ identifier }).where('id', '=', now.id).execute()
        else if (!now && identifier) await ctx.db.insertInto('organizationIdentifiers').values({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), organizationId: it.id, identifierType: schemes[scheme].type, identifierScheme: schemes[scheme].scheme, identifier }).execute()
      }
    }),
  present: (_ctx, _done, it) => ({ slug: it.slug }),
  next: ({ slug }) => `/sociale-kaart/organisatie/${slug}`,
  done: texts.kept,
})
