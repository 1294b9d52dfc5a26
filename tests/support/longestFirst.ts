import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take a minute or more, the longest first. On a machine that never ran them nothing tells so, and the last one would run for minutes beside an idle processor. */
const long = ['journeys/sweep', 'journeys/plain', 'tests/start', 'tests/enforcers', 'tests/backup', 'tests/bench', 'app/language', 'tests/crash']

const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = long.findIndex((name) => moduleId.endsWith(`${name}.test.ts`))
  return at === -1 ? long.length : at
}

/** Runs the long files first, and the others as they come. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}
