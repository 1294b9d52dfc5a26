import fc from 'fast-check'
import { raw } from 'hono/html'
import { Fragment as PeerFragment, jsx as peer } from 'hono/jsx/jsx-runtime'
import { expect, test } from 'vitest'
import { Fragment, jsx } from './jsx-runtime.ts'

type Made = { tag: string; props: Record<string, unknown>; children: Drawn[] }
type Drawn = string | number | boolean | null | undefined | Drawn[] | { raw: string } | { component: Drawn } | { together: Drawn[] } | Made

const nasty = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', ' ', '/', '=', '\n', 'é') }))
const { drawn } = fc.letrec<{ drawn: Drawn; made: Made }>((of) => ({
  drawn: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    nasty,
    fc.integer(),
    fc.constantFrom(true, false, null, undefined),
    fc.record({ raw: fc.constantFrom('<b>x</b>', '&amp;') }),
    fc.array(of('drawn'), { maxLength: 3 }),
    fc.record({ component: of('drawn') }),
    fc.record({ together: fc.array(of('drawn'), { maxLength: 3 }) }),
    of('made'),
  ),
  made: fc.record({
    tag: fc.constantFrom('p', 'a', 'div', 'ul', 'time', 'textarea', 'option'),
    props: fc.dictionary(fc.constantFrom('class', 'href', 'title', 'data-x', 'aria-hidden', 'hidden', 'selected', 'disabled', 'tabindex', 'open', 'value'), fc.oneof(nasty, fc.integer(), fc.boolean(), fc.constantFrom(null, undefined)), { maxKeys: 4 }),
    children: fc.array(of('drawn'), { maxLength: 3 }),
  }),
}))

type Runtime = { jsx: (tag: never, props: Record<string, unknown>) => unknown; Fragment: unknown }
/** Draws the same thing with one way of making HTML. */
function draw(with_: Runtime, it: Drawn): unknown {
  if (Array.isArray(it)) return it.map((one) => draw(with_, one))
  if (typeof it !== 'object' || it === null) return it
  const element = (tag: unknown, props: Record<string, unknown>, children: readonly Drawn[]) => with_.jsx(tag as never, { ...props, ...(children.length > 0 && { children: children.length === 1 ? draw(with_, children[0]) : draw(with_, [...children]) }) })
  if ('raw' in it) return raw(it.raw)
  if ('component' in it) return element(({ children }: { children: unknown }) => with_.jsx('section' as never, { children }), {}, [it.component])
  if ('together' in it) return element(with_.Fragment, {}, it.together)
  return element(it.tag, it.props, it.children)
}

const ours = { jsx: jsx as Runtime['jsx'], Fragment }
const peers = { jsx: peer as Runtime['jsx'], Fragment: PeerFragment }

test('whatever is drawn, it is the HTML that hono/jsx makes of it', () => {
  const page = (it: Drawn): Made => ({ tag: 'main', props: {}, children: [it] })
  fc.assert(
    fc.property(drawn, (it) => {
      expect(String(draw(ours, page(it)))).toBe(String(draw(peers, page(it))))
    }),
    { numRuns: 2000 },
  )
})

test('nothing that somebody typed becomes an element or ends an attribute', () => {
  fc.assert(fc.property(nasty, nasty, (text, title) => {
    const html = String(jsx('p', { title, children: [text] }))
    expect(html.match(/[<>]/g)).toEqual(['<', '>', '<', '>'])
    expect(html.match(/"/g)).toHaveLength(2)
  }))
})

test('what closes itself does, and an element without anything in it does not', () => {
  expect(String(jsx('input', { name: 'naam', required: true }))).toBe('<input name="naam" required=""/>')
  expect(String(jsx('td', {}))).toBe('<td></td>')
})

test.each([
  ['an element with a name that could end it', () => jsx('p><script', {})],
  ['an attribute with a name that could end it', () => jsx('p', { 'x="y" onclick': 'z' })],
  ['a thing that is no text', () => jsx('p', { children: { toString: () => '<script>' } })],
  ['a component that waits', () => jsx('p', { children: Promise.resolve('later') })],
  ['a function as attribute', () => jsx('p', { onclick: () => {} })],
])('%s is refused', (_, draws) => expect(draws).toThrow())
