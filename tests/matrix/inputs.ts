import type { AnyAct } from '../../platform/act.ts'

/** A day after the town's Monday, for whatever asks for one. */
const someDay = '2026-03-09'
const nobody = '99999999-9999-4999-8999-999999999999'

/** Fields whose form says less than their schema. A new act that needs one fails the matrix with its name. */
const special: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'cases.answer-question': { question: '1.1', ownQuestion: undefined },
  'figures.bring-file': { year: 2022 },
  'meetings.plan': { mostNewCases: 2 },
  'signals.follow': { code: '0000-0000-0000-0000' },
  'directory.change': { hours: 'dinsdag 10-12', url: undefined },
  'directory.propose': { hours: 'dinsdag 10-12', url: undefined },
  'directory.make-service': { hours: 'dinsdag 10-12', url: undefined },
  'access.turn-on-second-step': { secret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', code: '123456' },
}

const texts: Readonly<Record<string, unknown>> = { email: 'iemand@voorbeeld.example', tel: '033 000 55 55', time: '10:00', day: someDay, month: '2026-04', password: 'een lang wachtwoord voor proef', url: 'https://voorbeeld.example' }

function sample(it: AnyAct): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(it.form)) {
    if (field.as === 'tick' || field.as === 'switch') out[name] = true
    else if (field.as === 'ticks') out[name] = [Object.keys(field.options)[0]]
    else if (field.as === 'choice') out[name] = Object.keys(field.options)[0]
    else if (field.as === 'number') out[name] = 30
    else if (field.as === 'picks') out[name] = [nobody]
    else if (field.as === 'pick') out[name] = nobody
    else if (field.as === 'file') out[name] = { name: 'proef.json', content: Buffer.from('{"services":[]}').toString('base64') }
    else if (field.as === 'trap' || field.as === 'hidden') continue
    else out[name] = texts[field.as] ?? 'Een proef'
  }
  return Object.fromEntries(Object.entries({ ...out, ...special[it.name] }).filter(([, value]) => value !== undefined))
}

/**
 * An input that passes the schema of an act, so that what comes back tells about rights and not about form.
 *
 * @throws Error with the name of the act when none can be made: add what it needs to `special`
 */
export function inputFor(it: AnyAct): Record<string, unknown> {
  const full = sample(it)
  if (it.input.safeParse(full).success) return full
  // A field that cannot be combined with the others, or that has its own form, is left out where that is allowed.
  for (const name of Object.keys(full)) {
    const { [name]: _, ...rest } = full
    if (it.input.safeParse(rest).success) return rest
  }
  const wrong = it.input.safeParse(full)
  const fields = wrong.success ? '' : wrong.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`).join(', ')
  throw new Error(`the matrix has no input for ${it.name}: ${fields}; add what it needs in tests/matrix/inputs.ts`)
}

/** The same input as a browser sends it, but for files. */
export function typedFor(it: AnyAct): Record<string, string[]> {
  return Object.fromEntries(Object.entries(inputFor(it)).filter(([name]) => it.form[name]?.as !== 'file').map(([name, value]) => [name, value === true ? ['ja'] : [value ?? []].flat().map(String)]))
}
