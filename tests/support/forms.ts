import { expect } from 'vitest'
import type { Answer, Town, TownsPerson } from './town.ts'

/** What the form of an act holds before anybody typed: name and value of each field. */
export function filledIn(page: Pick<Answer, 'text'>): Record<string, string | string[]> {
  const fields: Record<string, string[]> = {}
  const text = (value: string) => value.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  const form = /<form class="form"[\s\S]*?<\/form>/.exec(page.text)?.[0] ?? ''
  for (const [, attributes = ''] of form.matchAll(/<input ([^>]*)>/g)) {
    const at = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
    const name = at('name')
    if (!name || name.startsWith('_')) continue
    const type = at('type')
    if ((type === 'radio' || type === 'checkbox') && !/\schecked/.test(attributes)) continue
    fields[name] = [...(fields[name] ?? []), text(at('value') ?? '')]
  }
  for (const [, name = '', value = ''] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)) fields[name] = [text(value)]
  for (const [, name = '', inside = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) fields[name] = [/<option[^>]*value="([^"]*)"[^>]*selected/.exec(inside)?.[1] ?? /<option[^>]*selected[^>]*value="([^"]*)"/.exec(inside)?.[1] ?? '']
  return fields
}

/** Opens a form, changes some of what stands there, and sends it. */
export async function sent(t: Town, who: TownsPerson, path: string, change: Record<string, string | string[]>, version?: number): Promise<Answer> {
  const form = await t.as(who).get(path)
  expect(`${path} ${form.status}`).toBe(`${path} 200`)
  const seen = version ?? Number(/name="_version" value="(\d+)"/.exec(form.text)?.[1] ?? Number.NaN)
  return t.as(who).post(path, { ...filledIn(form), ...change }, Number.isNaN(seen) ? {} : { version: seen })
}
