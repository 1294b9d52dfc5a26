import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { formSent } from '../platform/html.tsx'
import { faultOf, problemOf } from '../platform/problem.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { say, type Text } from '../platform/texts.ts'
import { texts } from './texts.ts'

/** Writes down a fault: what happened and where in the code, never with data of a person. */
export type FaultLog = (fault: { requestId: string; code: string; message: string; where: string | undefined }) => void

const asRefusal = (error: unknown): Refusal | undefined => {
  if (error instanceof Refusal) return error
  if (error instanceof HTTPException && error.status === 404) return notFound()
  if (error instanceof SyntaxError || (error instanceof TypeError && /form|body|boundary/i.test(error.message))) {
    return new Refusal(400, 'body.unreadable', { nl: 'Dit konden we niet lezen.', en: 'We could not read this.' })
  }
  return undefined
}

// PostgreSQL puts the failing row in `message` and `detail`; only code and constraint are safe to keep.
function report(error: unknown, requestId: string, log: FaultLog): void {
  const fault = error as { code?: unknown; constraint?: unknown; message?: unknown; stack?: unknown }
  const fromDatabase = typeof fault.code === 'string' && /^[0-9A-Z]{5}$/.test(fault.code)
  log({
    requestId,
    code: typeof fault.code === 'string' ? fault.code : 'fault',
    message: fromDatabase ? `database, constraint ${String(fault.constraint ?? 'none')}` : String(fault.message ?? error),
    where: typeof fault.stack === 'string' ? fault.stack.split('\n').slice(1, 6).join('\n') : undefined,
  })
}

/** Above a form that comes back: nothing is lost. After a fault nobody knows whether it was kept, but not twice. */
const FormAgain = ({ reference }: { reference: string | null }) => (
  <>
    <p>{say(reference ? texts.sendAgain : texts.notSent)}</p>
    {reference ? <p class="small soft">{say(texts.reference(reference))}</p> : null}
  </>
)

/** Turns anything thrown into an answer: problem+json for programs, a page for people. */
export const answerError =
  (log: FaultLog, page: (c: Context, error: { title: string; refusal: Refusal; requestId: string }) => Response | Promise<Response>) => async (error: Error, c: Context) => {
    const requestId = c.get('requestId') as string
    const known = asRefusal(error)
    if (!known || (known.status === 503 && known.cause)) report(known?.cause ?? error, requestId, log)
    const refusal = known ?? faultOf()
    const status = known ? refusal.status : 500
    if (refusal.retryAfter) c.header('Retry-After', String(refusal.retryAfter))
    if (c.req.path.startsWith('/api/')) {
      c.header('API-Version', '1.0.0')
      return c.body(JSON.stringify({ ...problemOf(refusal, requestId), status }), status, { 'Content-Type': 'application/problem+json' })
    }
    if (status === 401 && c.req.method === 'GET') return c.redirect(`/inloggen?terug=${encodeURIComponent(c.req.path)}`, 303)
    // Who sent a form finds it again as it was typed: it can be sent once more, and is done once.
    const again = status === 429 || status >= 500 ? formSent(c) : undefined
    if (again) return again(status, refusal.text, <FormAgain reference={status === 429 ? null : requestId} />, titles[status] ?? texts.titles)
    c.status(status)
    return page(c, { title: say(titles[status] ?? texts.titles), refusal, requestId })
  }

const titles: Record<number, Text> = { 401: texts.titleSignIn, 403: texts.titleNotAllowed, 404: texts.titleNotFound, 409: texts.titleNotNow, 413: texts.titleTooLarge, 429: texts.titleWait }
