import { z } from 'zod'
import { openActs, view } from '../../platform/act.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { keepsFigures } from '../neighbourhoods/index.ts'
import { columnMapped, importApplied, importDiscarded, importWithdrawn } from './deciding.tsx'
import { FilesPage } from './FilesPage.tsx'
import { ImportPage } from './ImportPage.tsx'
import { presentFile, presentImport } from './present.ts'
import { findImport, findImports } from './record.ts'
import { shownFile, shownImport } from './shown.ts'
import { findSuspects } from './suspects/record.ts'
import { texts } from './texts.ts'

/** Files that came in, and what is kept about figures. */
export const filesListed = view({
  name: 'figures.imports',
  at: '/figures/imports',
  path: '/wijken/beheer',
  title: texts.title,
  query: nothing,
  output: z.object({ files: z.array(shownFile), waiting: z.int().describe('figures in doubt that nobody looked at') }),
  find: async (reading) => ({ files: await findImports(reading), waiting: (await findSuspects(reading)).filter((it) => it.judgement === null).length }),
  may: keepsFigures,
  about: ({ files }) => files.map((it) => it.id),
  present: (_ctx, { files, waiting }) => ({ files: files.map(presentFile), waiting }),
  page: ({ files, waiting }) => <FilesPage files={files} waiting={waiting} />,
})

/** One file, with what it would do or did. */
export const importViewed = view({
  name: 'figures.import',
  at: '/figures/imports/:importId',
  path: '/wijken/beheer/bestanden/:importId',
  title: (shown) => texts.numbered(shown.number),
  query: nothing,
  output: shownImport,
  find: (reading, params) => findImport(reading, params),
  may: keepsFigures,
  about: (record) => [record.id],
  version: (record) => record.version,
  present: ({ actor }, record) => presentImport(record, openActs([columnMapped, importApplied, importDiscarded, importWithdrawn], actor, record, { importId: record.id }).map((it) => ({ name: it.name, label: say(it.title), href: it.href }))),
  page: (shown) => <ImportPage it={shown} />,
})
