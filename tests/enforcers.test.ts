import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../app/acts.ts'
import type { Entry } from '../platform/act.ts'
import { allCells, type Cell, named, verdictOf } from './support/matrix/cells.ts'
import { leaksIn, maySeeRecord, type Stage, stage } from './support/matrix/stage.ts'
import { subjects } from './support/matrix/world.ts'

let on: Stage
beforeAll(async () => {
  on = await stage()
}, 120_000)
afterAll(() => on?.t.close())

// Of the team, of another team and no longer involved, in the outer ring, involved under another law, a volunteer, who keeps the directory, a resident, another town.
const some = ['hassan', 'nadia', 'dirk', 'other-law', 'joke', 'petra', 'aaltje', 'visitor', 'karin']
const who = subjects.filter(({ key }) => some.includes(key))
const once = (lines: readonly string[]): string[] => [...new Set(lines)].sort()
const opened = (cell: Cell): boolean => verdictOf(cell.heard[0]!) === 'yes'

describe('with every rule of the application replaced by yes, the database alone', () => {
  const lawless = (it: Entry): Entry => (it.kind === 'act' ? { ...it, may: () => true } : { ...it, may: () => true, each: undefined })

  test('[PRI-11] shows nobody what is not for them, and lets nobody at a record they may not know of', async () => {
    const cells = await allCells(on.t, entries, { who, serve: entries.map(lawless), onlyJson: true })

    expect(once(cells.flatMap((cell) => leaksIn(on, cell)))).toEqual([])
    expect(cells.filter((cell) => cell.place.about && !maySeeRecord(on, cell) && opened(cell)).map(named)).toEqual([])
    expect(cells.filter(opened).length).toBeGreaterThan(300)
  }, 300_000)
})

// What everybody of one municipality may know (areas, teams, organisations, names of colleagues) is kept from another by the database alone; the rules guard what is about residents.
// So it is with the directory, what comes into it, and the maps: which entries are for professionals, not open yet or elsewhere is decided by the database, and nothing in them is about a resident.
const known = [
  'services', 'networks', 'network_members', 'contact_persons', 'phones', 'cost_options', 'locations', 'addresses', 'languages', 'accessibilities', 'schedules', 'taxonomy_terms', 'taxonomies', 'fundings', 'programs', 'imports', 'neighbourhood_maps',
  'map_sections', 'map_section_versions', 'map_contributions', 'map_goals', 'map_scenarios', 'cooperation_enquiries', 'directory_proposals', 'directory_merges', 'figure_imports', 'areas', 'teams', 'organizations', 'people', 'municipalities', 'area_stories', 'figures', 'indicators', 'sources', 'mandates',
]
const aboutResidents = (leak: string): boolean => !known.some((table) => leak.includes(`: ${table}.`)) && !/: (cases|directory)[a-z_]*\.number/.test(leak)

describe('with row level security switched off, the rules alone', () => {
  test('[PRI-11] show nobody what is about a resident and not for them, and let nobody at a record they may not know of', async () => {
    const cells = await allCells(on.t, entries, { who, url: on.t.database.superUrl, onlyJson: true })

    expect(once(cells.flatMap((cell) => leaksIn(on, cell))).filter(aboutResidents)).toEqual([])
    expect(cells.filter((cell) => cell.place.about && !known.includes(cell.place.about.table) && !maySeeRecord(on, cell) && opened(cell)).map(named)).toEqual([])
    expect(cells.filter(opened).length).toBeGreaterThan(300)
  }, 300_000)
})
