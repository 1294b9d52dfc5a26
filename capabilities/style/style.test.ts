import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyTown } from '../../tests/support/signals.ts'
import type { Town } from '../../tests/support/town.ts'
import { values } from './swatches.ts'

let demo: Town
let real: Town
beforeAll(async () => {
  demo = await emptyTown()
  real = await emptyTown({ mode: 'production' })
})
afterAll(async () => {
  await demo.close()
  await real.close()
})

const tokens = readFileSync(new URL('../../ui/css/tokens.css', import.meta.url), 'utf8')

describe('the page with all parts in all states', () => {
  test('is there in the demonstration, and nowhere else', async () => {
    expect((await demo.as('visitor').get('/stijl')).status).toBe(200)
    expect((await real.as('visitor').get('/stijl')).status).toBe(404)
  })

  test('shows every kind of part', async () => {
    const { text } = await demo.as('visitor').get('/stijl')
    const parts = [
      'button-filled', 'button-outlined', 'button-plain', 'button-destructive', 'button-not-now', 'is-busy', 'field-wrong', 'saved', 'switch-act', 'choice-box', 'search-box', 'message-list',
      'state-waits', 'state-now', 'state-good', 'state-watch', 'state-alarm', 'state-info', 'tag-full', 'person', 'rows', 'is-selected', 'date-leaf', 'short-item', 'points', 'next-step', 'well', 'call-box', 'now-note',
      'answers', 'facts', 'pagination', 'disclosure', 'table', 'timeline', 'spine', 'message-good', 'message-info', 'message-watch', 'message-alarm', 'undo', 'empty', 'loading', 'failed', 'dialog', 'dialog-shown',
      'meeting-bar', 'segments', 'strips', 'score', 'doors', 'hero', 'board', 'focus-shown',
    ]
    const shown = new Set([...text.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')))
    expect(parts.filter((part) => !shown.has(part))).toEqual([])
  })

  test('names the colours by the values that the pages have', () => {
    const written = Object.fromEntries([...tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name = '', light = '', dark = '']) => [name, [light.toUpperCase(), dark.toUpperCase()]]))
    for (const [token, pair] of Object.entries(values)) expect([token, written[token]]).toEqual([token, [...pair]])
  })

  test('has every id once and every label its field', async () => {
    const { text } = await demo.as('visitor').get('/stijl')
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    for (const [, wanted] of text.matchAll(/<label[^>]* for="([^"]+)"/g)) expect(ids).toContain(wanted)
  })
})
