import { hash } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type pg from 'pg'
import type { Settings } from '../../platform/server-settings.ts'

/** What routes of files need. */
export type FileParts = { pool: pg.Pool; settings: Settings }

/** An answer that is kept as a file. A reader that has it already asks whether it is still the same; it is made from what stands there now, so a change shows at once. */
export function asFile(c: HonoContext, body: string, type: string, name: string): Response {
  const mark = `"${hash('sha256', body, 'base64url').slice(0, 22)}"`
  const known = (c.req.header('if-none-match') ?? '').split(',').some((it) => it.trim().replace(/^W\//, '') === mark)
  const headers = { ETag: mark, 'Cache-Control': 'private, no-cache', Vary: 'Cookie' }
  return known ? c.body(null, 304, headers) : c.body(body, 200, { ...headers, 'Content-Type': `${type}; charset=utf-8`, 'Content-Disposition': `attachment; filename="${name}"` })
}

/** The looks of a picture that leaves the site: in ink on paper, whatever the reader's screen does. */
const onPaper = `text{font-family:sans-serif;font-size:13px;fill:#1a2a2c}.map-area{stroke:#1a2a2c;stroke-width:1}.map-fill-1{fill:#fff}.map-fill-5{fill:#0b5a5f}.map-fill-none{fill:#fff;stroke-dasharray:4 3}.map-own{fill:none;stroke:#db5a10;stroke-width:3}.map-ground{fill:#fff}.map-ink{fill:#0b5a5f}.map-city{fill:#f0efe6;stroke:#8a938f;stroke-dasharray:9 5}.map-names text{font-size:24px;font-weight:600;text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:6px;stroke-linejoin:round}.map-schematic{font-size:20px}
.funnel-grid{stroke:#d8d7cc}.funnel-limit{fill:none;stroke:#0b5a5f}.funnel-far{stroke-width:2}.funnel-near{stroke-dasharray:5 4}.funnel-city{stroke:#1a2a2c;stroke-width:2}.funnel-in .funnel-dot{fill:#0b5a5f}.funnel-out .funnel-dot{fill:#db5a10}.funnel-tick{text-anchor:middle}.funnel-tick-y,.funnel-city-label{text-anchor:end}
.ages-here,.wheel-ink,.wheel-figures{fill:#0b5a5f}.ages-city{stroke:#1a2a2c}.ages-paper,.wheel-paper{fill:#fff}.ages-ink{fill:#1a2a2c}.ages-name{font-weight:bold}
.wheel-ring,.wheel-spoke{fill:none;stroke:#d8d7cc}.wheel-missing{fill:none;stroke:#1a2a2c}.wheel-legend{font-size:12px}.wheel-edge{stroke-width:2;stroke:#1a2a2c}.wheel-missing{stroke-dasharray:4 3}.wheel-survey{stroke:#0b5a5f}.wheel-heart{fill:#fff;stroke:#1a2a2c}.wheel-index{font-size:22px;font-weight:bold}.wheel-index,.wheel-small,.wheel-letter{text-anchor:middle}.wheel-end{text-anchor:end}.wheel-small,.wheel-tick{font-size:11px}.wheel-mark,.wheel-letter{font-weight:bold}.wheel-letter-bubble{fill:#fff;stroke:#1a2a2c}`

/** The picture as a file of its own: with its looks inside, because no style of the site travels along. */
export const standalone = (picture: Child): string => String(picture).replace('>', `><style>${onPaper}</style>`)
