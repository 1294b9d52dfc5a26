import type { Town } from '../../tests/support/town.ts'

type Sent = { path: string; body?: URLSearchParams | string; headers?: Record<string, string> }

/** A browser that is nobody yet: it keeps its cookies, as a person's does. Gives the whole answer. */
export function browser(town: Pick<Town, 'app' | 'settings'>) {
  const cookies = new Map<string, string>()
  const send = async (method: string, { path, body, headers = {} }: Sent) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await town.app.request(path, { method, body, headers: { origin: town.settings.origin, 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }), ...headers } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split('; ')
      const at = pair.indexOf('=')
      if (rest.includes('Max-Age=0')) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location'), headers: answer.headers }
  }
  return {
    cookies,
    get: (path: string, headers?: Record<string, string>) => send('GET', { path, headers }),
    post: (path: string, fields: Record<string, string> = {}, headers?: Record<string, string>) => send('POST', { path, body: new URLSearchParams({ _key: crypto.randomUUID(), ...fields }), headers }),
    json: (path: string, input: unknown) => send('POST', { path, body: JSON.stringify(input), headers: { 'content-type': 'application/json' } }),
  }
}
