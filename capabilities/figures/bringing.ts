import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { say } from '../../platform/texts.ts'
import { line, upload } from '../../platform/validation.ts'
import { keepsFigures } from '../neighbourhoods/index.ts'
import type { Taking } from './applying.ts'
import { receive } from './receiving.ts'
import { texts } from './texts.ts'

/** The one who does it, in their own transaction. */
export const takingOf = ({ db, actor, now }: Context<Staff>): Taking => ({ db, municipalityId: actor.municipalityId, personId: actor.id, now })

/** Where a file that came in has its page. */
export const importHref = (importId: string): string => `/wijken/beheer/bestanden/${importId}`

const megabyte = 1024 * 1024
const yearField = z.number().int().min(1995).max(2100)

/** Reads a file and shows what it would change. Nothing changes yet. */
export const fileBrought = act({
  name: 'figures.bring-file',
  at: '/figures/imports',
  page: '/wijken/beheer/inlezen',
  title: texts.bring,
  submit: texts.bringSubmit,
  audit: 'C',
  input: z.strictObject({ file: upload(20 * megabyte), year: yearField, publisher: line(120), edition: line(160), sheet: line(100).optional(), makeAreas: z.boolean().default(false) }),
  form: {
    file: { as: 'file', label: texts.file, hint: texts.fileHint, accept: '.csv,.xlsx,.json,.geojson,.txt' },
    sheet: { as: 'text', label: texts.sheet, hint: texts.sheetHint, optional: true },
    year: { as: 'number', label: texts.year, hint: texts.yearHint },
    publisher: { as: 'text', label: texts.publisher, hint: texts.publisherHint },
    edition: { as: 'text', label: texts.edition, hint: texts.editionHint },
    makeAreas: { as: 'tick', label: texts.makeAreas, hint: texts.makeAreasHint },
  },
  output: z.object({ importId: z.uuid() }),
  find: async () => null,
  intro: () => say(texts.bringIntro),
  may: keepsFigures,
  about: (_record, done?: string) => (done ? [done] : []),
  run: (ctx, _record, { file, ...said }) => receive(takingOf(ctx), { ...said, fileName: file.name, bytes: file.content }),
  present: (_ctx, importId) => ({ importId }),
  next: (it) => importHref(it.importId),
  done: texts.brought,
})
