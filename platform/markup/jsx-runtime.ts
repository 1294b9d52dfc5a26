import type { JSX } from 'hono/jsx/jsx-runtime'

export type { JSX }

/** Text that is HTML already: what an element becomes, and what may stand in another without being escaped again. */
class Markup {
  /** the mark by which hono and its `raw` know each other's HTML */
  readonly isEscaped = true
  readonly #html: string
  constructor(html: string) {
    this.#html = html
  }
  toString(): string {
    return this.#html
  }
}

const isMarkup = (it: unknown): it is { isEscaped: true } => typeof it === 'object' && it !== null && (it as { isEscaped?: unknown }).isEscaped === true

const closedByItself = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
/** Attributes that are there or not; any other says true or false. @source HTML Living Standard, boolean attributes */
const presence = new Set('allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(' '))

const wellFormed = /^[A-Za-z][\w:.-]*$/
const known = new Set<string>()
const mostKnown = 1000

/** @throws Error when an element or attribute has a name that could end it */
function named(name: string): string {
  if (known.has(name)) return name
  if (!wellFormed.test(name)) throw new Error('an element or attribute has no name like this')
  if (known.size < mostKnown) known.add(name)
  return name
}

const special = /[&<>"']/
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => (special.test(text) ? text.replace(/[&<>"']/g, (it) => entities[it] ?? '') : text)

function attribute(key: string, value: unknown): string {
  if (value === null || value === undefined || key === 'children') return ''
  const name = named(key)
  if (typeof value === 'string') return ` ${name}="${escaped(value)}"`
  if (typeof value === 'number') return ` ${name}="${value}"`
  if (typeof value === 'boolean') return presence.has(name) ? (value ? ` ${name}=""` : '') : ` ${name}="${value}"`
  throw new Error(`the attribute ${name} is no text, number or truth`)
}

function inside(child: unknown): string {
  if (typeof child === 'string') return escaped(child)
  if (typeof child === 'number') return String(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (Array.isArray(child)) {
    let html = ''
    for (const one of child) html += inside(one)
    return html
  }
  if (isMarkup(child)) return String(child)
  throw new Error('only text, numbers and elements stand in an element; a component does not wait for anything')
}

type Component = (props: Record<string, unknown>) => unknown

/**
 * Makes HTML of an element at once, from the inside out, with no tree in between: drawing pages is the dearest thing a server of pages does.
 * Everything is escaped that was not made here or by `raw`. A test holds it to what hono/jsx makes of the same.
 *
 * @throws Error when something has a name that could end it, or a value that is no text
 */
export function jsx(tag: string | Component, props: Record<string, unknown>): JSX.Element {
  if (typeof tag === 'function') {
    const made = tag(props)
    return (isMarkup(made) ? made : new Markup(inside(made))) as unknown as JSX.Element
  }
  let html = `<${named(tag)}`
  for (const key in props) html += attribute(key, props[key])
  html += props.children === undefined && closedByItself.has(tag) ? '/>' : `>${inside(props.children)}</${tag}>`
  return new Markup(html) as unknown as JSX.Element
}

export { jsx as jsxs }

/** What stands together without an element around it. */
export const Fragment = ({ children }: { children?: unknown }): unknown => children
