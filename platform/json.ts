import type { Context as Hono, Hono as App } from 'hono'
import type pg from 'pg'
import { addressOf } from './address.ts'
import type { AnyAct, AnyView, Entry } from './act.ts'
import { jsonWithFiles } from './files.ts'
import { queryOf } from './html.tsx'
import { type FieldError, invalid, Refusal } from './refusal.ts'
import { callerOf, checkPath, isUuid } from './request.ts'
import { serveAct, serveView } from './serve.ts'
import type { Settings } from './server-settings.ts'
import type { Text } from './texts.ts'
import type { Throttle } from './throttle.ts'
import { fieldErrors, inputErrors } from './validation.ts'

/** Version of the interface, as the API Design Rules ask: major in the address, full in a header. */
export const apiVersion = '1.0.0'

const texts = {
  keyNeeded: { nl: 'Stuur een UUID mee als Idempotency-Key.', en: 'Send a UUID as Idempotency-Key.' },
  sendJson: { nl: 'Stuur JSON.', en: 'Send JSON.' },
  brokenJson: { nl: 'Dit is geen geldige JSON.', en: 'This is not valid JSON.' },
  versionNeeded: { nl: 'Stuur in If-Match de versie mee die u hebt gezien.', en: 'Send in If-Match the version you have seen.' },
} satisfies Record<string, Text>

/** Serves every entry under its `at`. */
export function serveJson(app: App, entries: readonly Entry[], pool: pg.Pool, settings: Settings, throttle: Throttle): void {
  for (const it of entries) {
    if (it.kind === 'view') app.get(it.at, (c) => viewed(pool, settings, c, it))
    else {
      app.post(it.at, (c) => {
        if (it.throttle) throttle(it.name, it.throttle, addressOf(c, settings), settings.now())
        return acted(pool, settings, c, it)
      })
    }
  }
}

async function viewed(pool: pg.Pool, settings: Settings, c: Hono, it: AnyView): Promise<Response> {
  const query = it.query.safeParse(queryOf(new URL(c.req.url).searchParams))
  if (!query.success) throw invalid(fieldErrors(query.error, 'query'))
  const asked = { params: checkPath(c.req.param() as Record<string, string>), query: query.data }
  const { shown, version } = await serveView(pool, callerOf(c, settings), it, asked, async () => {})
  return answer(c, shown, 200, version)
}

const takesFile = (it: AnyAct): boolean => Object.values(it.form).some((field) => field.as === 'file')

async function acted(pool: pg.Pool, settings: Settings, c: Hono, it: AnyAct): Promise<Response> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new Refusal(415, 'content-type.unknown', texts.sendJson)
  const errors: FieldError[] = []
  const key = c.req.header('idempotency-key') ?? ''
  if (!isUuid(key)) errors.push({ in: 'header', at: 'Idempotency-Key', code: key ? 'invalid_format' : 'required', detail: texts.keyNeeded })
  const body: unknown = await (takesFile(it) ? jsonWithFiles(c) : c.req.json()).catch(() => undefined)
  const parsed = it.input.safeParse(body)
  if (body === undefined) errors.push({ in: 'body', at: '', code: 'invalid_json', detail: texts.brokenJson })
  else if (!parsed.success) errors.push(...inputErrors(it.input, body, parsed.error))
  if (errors.length > 0 || !parsed.success) throw invalid(errors)
  const match = c.req.header('if-match')
  if (it.version && !match) throw new Refusal(428, 'if-match.required', texts.versionNeeded)
  const seen = match === undefined ? undefined : Number(/^"(\d+)"$/.exec(match)?.[1] ?? -1)
  const params = checkPath(c.req.param() as Record<string, string>)
  const shown = await serveAct(pool, callerOf(c, settings), it, { params, input: parsed.data, key, seen })
  return answer(c, shown, 201, (shown as { version?: number } | null)?.version)
}

function answer(c: Hono, shown: unknown, status: 200 | 201, version: number | undefined): Response {
  c.header('API-Version', apiVersion)
  if (version !== undefined) c.header('ETag', `"${version}"`)
  return c.json(shown as object, status)
}
