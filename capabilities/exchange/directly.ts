import type { IncomingMessage, ServerResponse } from 'node:http'
import { addressOfIncoming } from '../../platform/address.ts'
import { type answering, formOf, headersOf, mostRequests, open } from './answering.ts'
import { type Asked, readQuery } from './asked.ts'
import type { Answer } from './kept.ts'
import { isOpenPage } from './openPage.ts'
import type { ExchangeParts } from './routes.ts'

/** Answers a request, or leaves it untouched to who answers all others. */
export type Directly = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void

/** What is true of every answer, also of one that goes directly: headers that stand above it, and who hears that it was given. */
export type Everywhere = { headers: readonly (readonly [name: string, value: string])[]; requests?: (entry: { requestId: string; method: string; route: string; status: number; milliseconds: number }) => void }

type DirectParts = ExchangeParts & { answers: ReturnType<typeof answering>; everywhere: Everywhere; /** those that were counted here and left after all */ counted: WeakSet<object> }

// Only addresses that no reader of addresses writes otherwise: what is kept is kept under the address as it was read.
const plainAddress = /^\/hsds\/[a-z_]+(\/[0-9a-f-]+)?(\?[\w=&%:.+*~,;-]*)?$/
const services = '/hsds/services'

/** The headers of an answer as a flat list, in the order and the writing that they have otherwise, but for the mark and the length. */
function headersFor(everywhere: Everywhere, packed: boolean): (mark: string, length: number | undefined) => string[] {
  const all = new Headers({ ...headersOf('-'), ...(packed && { 'Content-Encoding': 'gzip' }), ...open })
  for (const [name, value] of everywhere.headers) all.set(name, value)
  const flat = [...all].flat()
  const at = flat.indexOf('etag') + 1
  return (mark, length) => {
    const list = length === undefined ? flat.slice() : [...flat, 'Content-Length', String(length)]
    list[at] = mark
    return list
  }
}

/** The pattern of the route that answers this address otherwise. */
function routeOf(question: string): string {
  const [path = ''] = question.split('?', 1)
  const below = path.indexOf('/', '/hsds/'.length)
  return below === -1 ? path : `${path.slice(0, below)}/:id`
}

/** A host that was read before, because who asks again asks the same one. */
function hostReader(): (host: string | undefined) => boolean {
  let good: string | undefined
  return (host) => {
    if (host === undefined || host === good) return host !== undefined
    if (!/^[a-z0-9._-]+(:\d{1,5})?$/.test(host) || !URL.canParse(`http://${host}/`)) return false
    good = host
    return true
  }
}

/** The question, where it is one that may be answered directly: read only, without a body, at a plain address. */
function questionReader(): (request: IncomingMessage) => string | undefined {
  const isGood = hostReader()
  return ({ method, url = '', headers }) => {
    if ((method !== 'GET' && method !== 'HEAD') || !plainAddress.test(url)) return undefined
    return isGood(headers.host) && headers['content-length'] === undefined && headers['transfer-encoding'] === undefined ? url : undefined
  }
}

/** A page of services that was never asked, where one statement gives it. */
function openQuestion(question: string): Asked['services'] | undefined {
  if (!question.startsWith(services) || (question.length > services.length && question[services.length] !== '?')) return undefined
  const query = new URLSearchParams(question.slice(services.length + 1))
  if (query.getAll('format').includes('ndjson')) return undefined
  const { success, data } = readQuery('services', query)
  return success && isOpenPage(data) ? data : undefined
}

/**
 * Answers what is asked again and again before the framework sees it, with exactly what the framework would have made of it: pages and objects that are kept, and pages of
 * services that one statement gives. Everything else goes on as it came: what is not known, not right, too often, or failed.
 */
export function directly({ settings, throttle, answers, everywhere, counted }: DirectParts): Directly {
  const questionOf = questionReader()
  const [whole, packed] = [headersFor(everywhere, false), headersFor(everywhere, true)]

  const send = (request: IncomingMessage, response: ServerResponse, answer: Answer, again: boolean): number => {
    const form = formOf(answer, again, request.headers['if-none-match'], request.headers['accept-encoding'] as string | undefined)
    const empty = form.bytes === null || request.method === 'HEAD'
    response.writeHead(form.status, (form.packed ? packed : whole)(answer.mark, empty ? undefined : form.bytes?.length))
    response.end(empty ? undefined : form.bytes)
    return form.status
  }

  /** Counts this request. False when it is one too many: who answers it then says so. */
  const mayAsk = (request: IncomingMessage): boolean => {
    try {
      throttle('exchange.read', mostRequests, addressOfIncoming(request, settings), settings.now())
      return true
    } catch {
      return false
    }
  }

  return (request, response, otherwise) => {
    const question = questionOf(request)
    if (question === undefined) return otherwise()
    const known = answers.asked(question)
    const it = known ? undefined : openQuestion(question)
    if ((!known && !it) || !mayAsk(request)) return otherwise()
    const began = performance.now()
    const leave = (): void => {
      counted.add(request)
      otherwise()
    }
    const give = (answer: Answer, again: boolean): void => {
      try {
        const status = send(request, response, answer, again)
        everywhere.requests?.({ requestId: crypto.randomUUID(), method: request.method ?? 'GET', route: routeOf(question), status, milliseconds: Math.round(performance.now() - began) })
      } catch {
        response.destroy() // what goes wrong with one must not reach those who wait beside it
      }
    }
    const make = (asked: Asked['services'], state?: string | null): void => {
      answers.openOf(question, asked, state).then((answer) => give(answer, false), leave)
    }
    if (it) return make(it)
    answers.still(question, (answer, state) => {
      if (answer) return give(answer, true)
      const anew = openQuestion(question)
      return anew ? make(anew, state) : leave()
    })
  }
}
