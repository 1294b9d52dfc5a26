import type { Context } from 'hono'
import type pg from 'pg'
import type { Actor } from '../platform/actor.ts'
import { inContext } from '../platform/context.ts'
import type { Surroundings } from '../platform/html.tsx'
import type { Refusal } from '../platform/refusal.ts'
import { callerOf } from '../platform/request.ts'
import type { Settings } from '../platform/server-settings.ts'
import { say } from '../platform/texts.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import type { Around } from './surroundings.tsx'
import { texts } from './texts.ts'

const starts = { visitor: '/', resident: '/mijn-plan', volunteer: '/vandaag', worker: '/vandaag' } satisfies Record<Actor['kind'], string>

/** What went wrong, in words, and the ways on: never a dead end. */
const ErrorPage = ({ kind, title, text, reference, phone, lost }: { kind: Actor['kind']; title: string; text: string; reference: string; phone: string | null; /** there is no such page: searching may help */ lost: boolean }) => {
  const works = kind === 'worker' || kind === 'volunteer'
  return (
    <div class="act-page">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p>{say(works ? texts.whatToDoAtWork : lost ? texts.whatToDoLost : texts.whatToDo)}</p>
      {lost && !works ? <SearchBox action="/zoeken" label={say(texts.searchHelp)} seenLabel /> : null}
      <p>
        <a class={lost && !works ? 'button button-outlined' : 'button button-filled'} href={starts[kind]}>
          {say(works ? texts.goToday : texts.goHome)}
        </a>
      </p>
      {phone && !works ? (
        <p>
          {say(texts.ratherPhone)} <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>
        </p>
      ) : null}
      <p class="small soft">{say(texts.reference(reference))}</p>
    </div>
  )
}

/** Only where the answer says something about what was asked: who has to wait, or meets a fault of ours, is not looked up in a database that may be the matter. */
const toSomebody = new Set([400, 403, 404, 409, 410, 412, 413, 415, 422])

/** Makes the page of whatever was refused or went wrong, in the frame of who asks: who is signed in still is. */
export function errorPages(pool: pg.Pool, settings: Settings, surroundings: Surroundings<Around>) {
  const visitor: Actor = { kind: 'visitor', municipalityId: settings.municipalityId }
  const whoAsks = async (c: Context, status: number): Promise<Actor> => {
    const caller = callerOf(c, settings)
    if (!caller.token || !toSomebody.has(status)) return visitor
    // Nothing is shown but who asks themself, so nothing is written down.
    return inContext(pool, { ...caller, orVisitor: true }, null, null, async () => null, async ({ actor }) => ({ result: actor, subjects: [] })).catch(() => visitor)
  }
  return async (c: Context, { title, refusal, requestId }: { title: string; refusal: Refusal; requestId: string }): Promise<Response> => {
    const actor = await whoAsks(c, refusal.status)
    const frame = actor.kind === 'worker' || actor.kind === 'volunteer' ? 'workplace' : 'public'
    const main = <ErrorPage kind={actor.kind} title={title} text={say(refusal.text)} reference={requestId} phone={settings.phone} lost={refusal.status === 404} />
    return c.html(<>{surroundings.render({ frame, title, main, actor, path: '/fout', address: c.req.path, done: null, failed: false, around: null })}</>)
  }
}
