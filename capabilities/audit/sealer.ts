import pg from 'pg'
import { anchor } from './anchors.ts'
import { keysIn } from './keys.ts'
import { sealOnce } from './sealing.ts'
import { recordVerification, verificationDue } from './verifications.ts'
import { verify } from './verify.ts'

const everySecond = 1000
const anchorEvery = 3_600_000
const onlyOne = 7_205_010

/** What the sealer meets that somebody should hear: a connection that broke, a log that does not hold. */
export type SealerNews = { event: 'audit.sealing-failed' | 'audit.anchoring-failed' | 'audit.verified'; code: string }
/** The running sealer. */
export type Sealer = { /** Seals and anchors what is left, then lets go. */ stop: () => Promise<void> }

/**
 * Seals the log every second, anchors it every hour and at the first seal of a chain, and holds it against its seals once a day.
 * Several programs on one database may run this: a lock in the database lets one of them work.
 *
 * @param url          login of the sealer
 * @param keyFolder    where the signing keys are, or are made
 * @param anchorsFile  a file outside the database, only added to
 * @throws Error when the keys cannot be used
 */
export function startSealer(url: string, keyFolder: string, anchorsFile: string, { now = () => new Date(), tell = () => {} }: { now?: () => Date; tell?: (news: SealerNews) => void } = {}): Sealer {
  const { privateKey, publicKey } = keysIn(keyFolder)
  const known = new Map<string, number>()
  let client: pg.Client | undefined
  let holds = false
  let anchoredAt = Number.NEGATIVE_INFINITY

  const letGo = async () => {
    const had = client
    client = undefined
    holds = false
    await had?.end().catch(() => {})
  }
  const connected = async (): Promise<pg.Client> => {
    if (client) return client
    const fresh = new pg.Client({ connectionString: url, application_name: 'schakelbord sealer', connectionTimeoutMillis: 5000 })
    fresh.on('error', () => {
      if (client === fresh) client = undefined
      holds = false
    })
    await fresh.connect()
    client = fresh
    return fresh
  }
  const anchorNow = async (sealer: pg.Client) => {
    try {
      await anchor(sealer, anchorsFile, now(), known)
      anchoredAt = now().getTime()
    } catch (error) {
      tell({ event: 'audit.anchoring-failed', code: codeOf(error) })
    }
  }
  const pass = async () => {
    const sealer = await connected()
    holds ||= (await sealer.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [onlyOne])).rows[0]?.held === true
    if (!holds) return
    const { begun } = await sealOnce(sealer, privateKey, now())
    if (begun > 0 || now().getTime() - anchoredAt >= anchorEvery) await anchorNow(sealer)
  }
  const check = async () => {
    if (!client || !holds || !(await verificationDue(client, now()))) return
    const report = await verify(client, { publicKey, anchors: anchorsFile, now: now() })
    await recordVerification(client, report, now())
    tell({ event: 'audit.verified', code: report.state })
  }
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      tell({ event: 'audit.sealing-failed', code: codeOf(error) })
      await letGo()
    }
  }

  let running: Promise<void> = Promise.resolve()
  let stopped = false
  let timer: NodeJS.Timeout
  const next = () => {
    timer = setTimeout(() => {
      running = guarded(async () => {
        await pass()
        await check()
      }).then(() => {
        if (!stopped) next()
      })
    }, everySecond)
  }
  next()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
      await guarded(async () => {
        await pass()
        if (client && holds) await anchorNow(client)
      })
      await letGo()
    },
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? 'unknown')
