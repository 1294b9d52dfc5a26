import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { raw } from 'hono/html'
import { drawOnce } from './drawn.ts'

/** The icons in use, by their Lucide name. Adding one is adding its name here. */
export const iconNames = [
  'arrow-left', 'arrow-right', 'bell', 'book-open', 'calendar-days', 'chart-column', 'check', 'chevron-right', 'clock', 'download', 'eye',
  'file-text', 'folder-open', 'handshake', 'history', 'house', 'key-round', 'languages', 'list-checks', 'lock', 'log-in', 'log-out', 'mail',
  'map', 'map-pin', 'megaphone', 'menu', 'pencil', 'phone', 'plus', 'printer', 'radio', 'route', 'search', 'settings', 'shield-check',
  'sprout', 'user-round', 'users', 'waypoints', 'x',
] as const
export type IconName = (typeof iconNames)[number]

const found = createRequire(import.meta.url)

/** The lines of an icon, without its own svg element. */
function shapeOf(name: IconName): string {
  const file = readFileSync(found.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
  return file.slice(file.indexOf('>', file.indexOf('<svg')) + 1, file.lastIndexOf('</svg>')).replace(/\s+/g, ' ').trim()
}

/** An icon beside a word, never alone: screen readers do not hear it. `size` is in pixels at a root of 16, 18 to 22. */
export const Icon = ({ name, size = 20, class: extra }: { name: IconName; size?: 18 | 20 | 22; class?: string }) => (
  <>
    {drawOnce(`icon ${name} ${size} ${extra ?? ''}`, () => (
      <svg class={`icon icon-${size}${extra ? ` ${extra}` : ''}`} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
        {raw(shapeOf(name))}
      </svg>
    ))}
  </>
)
