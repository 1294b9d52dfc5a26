import { z } from 'zod'
import { act, notNow, view } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { seal, unseal } from '../../platform/seal.ts'
import { say } from '../../platform/texts.ts'
import { line, nothing } from '../../platform/validation.ts'
import { Code } from '../../ui/marks.tsx'
import { Facts, PageHead } from '../../ui/page.tsx'
import { onCase } from './caseAct.ts'
import { closedAlready } from './life.ts'
import { mayKnowIdentity } from './policy.ts'
import { type CaseRecord, findCase, inForce } from './record.ts'
import { texts } from './texts.ts'

const identity = z.object({ name: z.string(), address: z.string().nullable(), phone: z.string().nullable() })

/** Records whom the case is about. Possible only while a ground with identity holds; kept sealed, apart from the case. */
export const identityLinked = act({
  ...onCase,
  name: 'cases.link-identity',
  at: '/cases/:caseId/identity',
  page: '/casussen/:caseId/identiteit/vastleggen',
  back: '/casussen/:caseId',
  title: texts.linkTitle,
  submit: texts.linkSubmit,
  input: z.strictObject({ name: line(120), address: line(200).optional(), phone: line(40).optional() }),
  form: {
    name: { as: 'text', label: texts.nameLabel, autocomplete: 'off' },
    address: { as: 'text', label: texts.addressLabel, autocomplete: 'off' },
    phone: { as: 'tel', label: texts.phoneLabel, autocomplete: 'off' },
  },
  audit: 'C',
  find: findCase,
  may: mayKnowIdentity,
  version: (record) => record.version,
  hindrance: (record) => closedAlready(record) ?? (record.anonymous ? undefined : notNow('case.known-already', texts.knownAlready)),
  run: async (ctx, record, { name, address, phone }) => {
    const ground = record.allGrounds.find((it) => it.withIdentity && inForce(it, ctx.now))
    if (!ground) throw notFound()
    await ctx.db.updateTable('cases').set({ anonymous: false, version: record.version + 1 }).where('id', '=', record.id).execute()
    await ctx.db
      .insertInto('vault.identities')
      .values({ municipalityId: ctx.actor.municipalityId, caseId: record.id, sealed: seal(JSON.stringify({ name, address: address ?? null, phone: phone ?? null })), groundId: ground.id, linkedBy: ctx.actor.id, linkedAt: ctx.now })
      .execute()
  },
  done: texts.linked,
})

/** Forgets whom the case is about: the case is anonymous again, and what was sealed is gone. */
export const identityUnlinked = act({
  ...onCase,
  name: 'cases.unlink-identity',
  at: '/cases/:caseId/identity/unlink',
  page: '/casussen/:caseId/identiteit/wissen',
  title: texts.unlinkTitle,
  submit: texts.unlinkSubmit,
  destructive: true,
  input: nothing,
  form: {},
  audit: 'D',
  find: findCase,
  may: mayKnowIdentity,
  version: (record) => record.version,
  hindrance: (record) => (record.anonymous ? notNow('case.anonymous', texts.anonymousAlready) : undefined),
  run: async (ctx, record) => {
    await ctx.db.deleteFrom('vault.identities').where('caseId', '=', record.id).execute()
    await ctx.db.updateTable('cases').set({ anonymous: true, version: record.version + 1 }).where('id', '=', record.id).execute()
  },
  done: texts.unlinked,
})

async function findIdentity(reading: Reading, params: { caseId: string }): Promise<{ record: CaseRecord; sealed: Buffer }> {
  const [record, found] = await Promise.all([findCase(reading, params), reading.db.selectFrom('vault.identities').where('caseId', '=', params.caseId).select('sealed').executeTakeFirst()])
  if (!found) throw notFound()
  return { record, sealed: found.sealed }
}

/** Whom the case is about: a page of its own, so that each look at it is in the log by itself. */
export const identityViewed = view({
  name: 'cases.view-identity',
  at: '/cases/:caseId/identity',
  path: '/casussen/:caseId/identiteit',
  title: texts.identityTitle,
  query: nothing,
  output: identity.extend({ number: z.string(), caseId: z.uuid() }),
  find: findIdentity,
  may: (actor, { record }) => mayKnowIdentity(actor, record),
  about: ({ record }) => [record.id],
  present: (_ctx, { record, sealed }) => ({ ...identity.parse(JSON.parse(unseal(sealed))), number: record.number, caseId: record.id }),
  page: ({ name, address, phone, number, caseId }) => (
    <>
      <PageHead
        title={name}
        crumbs={[{ label: say(texts.cases), href: '/casussen' }, { label: number, href: `/casussen/${caseId}`, code: true }, { label: say(texts.identityTitle) }]}
        lead={say(texts.identityLead)}
      />
      <Facts
        facts={[
          { name: say(texts.caseNumber), value: <Code>{number}</Code> },
          { name: say(texts.addressLabel), value: address ?? say(texts.unknown) },
          { name: say(texts.phoneLabel), value: phone ?? say(texts.unknown) },
        ]}
      />
    </>
  ),
})
