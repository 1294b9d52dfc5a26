import { sql } from 'kysely'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { findKept, type Kept, keptHref, mayKeep, onKept } from './keeping.ts'
import { keepTexts as texts } from './keepTexts.ts'
import { moveTexts } from './moveTexts.ts'
import { heldOpen } from './openOrganizations.ts'
import { ownerFollows } from './owners.ts'

type Organization = { id: string; name: string; state: Kept['state'] }
/** From which organisation to which an entry goes when an earlier form comes back. */
type Moves = { from: string; to: Organization }

/** The organisation that a form of a service is of; null for a form of an organisation. */
export const organizationIn = (content: unknown): string | null => (content as { services?: { organization_id?: string }[] }).services?.[0]?.organization_id ?? null

/** Does it go to another organisation when an earlier form comes back? */
export const movesBack = (now: string | null, then: Organization | undefined): Moves | undefined => (now && then && then.id !== now ? { from: now, to: then } : undefined)

async function findFormer(reading: Reading, params: { kind: string; slug: string; number: string }) {
  const number = Number(params.number)
  const it = await findKept(reading, params)
  const known = Number.isInteger(number) && (await reading.db.selectFrom('directoryVersions').where('entity', '=', it.entity).where('recordId', '=', it.id).where('number', '=', number).select('content').executeTakeFirst())
  if (!known) throw notFound()
  const then = organizationIn(known.content)
  if (it.entity === 'organization' || !then) return { ...it, number, moves: undefined }
  const [now, to] = await Promise.all([
    reading.db.selectFrom('services').where('id', '=', it.id).select('organizationId').executeTakeFirstOrThrow(),
    reading.db.selectFrom('organizations').where('id', '=', then).select(['id', 'name', 'state']).executeTakeFirst(),
  ])
  return { ...it, number, moves: movesBack(now.organizationId, to) }
}

/** Puts back an earlier form of an entry. Back to another organisation is for who keeps the directory, as it was to move it. */
export const entryUndone = act({
  ...onKept,
  name: 'directory.undo',
  at: '/directory/:kind/:slug/versions/:number/restoration',
  page: '/sociale-kaart/:kind/:slug/versie/:number/terugzetten',
  title: texts.undoTitle,
  find: findFormer,
  may: (actor, it) => mayKeep(actor, it) && (!it.moves || it.keeper),
  hindrance: ({ moves }) => (moves?.to.state === 'archived' ? conflict('directory.organization-closed', moveTexts.undoClosed(moves.to.name)) : undefined),
  input: z.strictObject({}),
  form: {},
  output: z.object({ href: z.string() }),
  run: async (ctx, it) => {
    if (it.moves) await heldOpen(ctx, it.moves.to)
    const answer = await sql<{ done: boolean }>`select ctx.undo_to(${it.entity}, ${it.id}::uuid, ${it.number}) as done`.execute(ctx.db)
    if (!answer.rows[0]?.done) throw notFound()
    if (it.moves) await ownerFollows(ctx, it.id, it.moves.from, it.moves.to.id)
  },
  present: (_ctx, _done, it) => ({ href: keptHref(it) }),
  intro: (it) => (
    <>
      <p>{say(texts.undoIntro(it.number))}</p>
      {it.moves ? <p>{say(moveTexts.undoMoves(it.moves.to.name))}</p> : null}
    </>
  ),
  next: ({ href }) => href,
  done: texts.undoDone,
})
