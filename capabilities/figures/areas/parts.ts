import type { Option } from '../../../platform/act.ts'
import type { FieldError } from '../../../platform/refusal.ts'
import { say, type Text } from '../../../platform/texts.ts'
import type { AreasRecord, TreeArea } from './record.ts'
import { texts } from './texts.ts'

const below = ({ kind }: TreeArea): boolean => !['country', 'province', 'municipality'].includes(kind)
/** What another area can be made of: areas of the tree below the municipality. */
const canBePart = (it: TreeArea): boolean => below(it) && !it.composed

function wholesOf(it: TreeArea, byId: ReadonlyMap<string, TreeArea>): TreeArea[] {
  const wholes: TreeArea[] = []
  for (let up = byId.get(it.parentId ?? ''); up; up = byId.get(up.parentId ?? '')) wholes.push(up)
  return wholes
}

/** The parts to choose from, each neighbourhood followed by what lies in it. */
export function partsToChoose({ all }: Pick<AreasRecord, 'all'>): Option[] {
  const byId = new Map(all.map((it) => [it.id, it]))
  const place = (it: TreeArea): string => [it, ...wholesOf(it, byId).filter(below)].reverse().map(({ name }) => name).join('\n')
  return all
    .filter(canBePart)
    .sort((one, other) => place(one).localeCompare(place(other), 'nl'))
    .map((it) => {
      const whole = byId.get(it.parentId ?? '')
      return { value: it.id, label: whole && below(whole) ? say(texts.inside(it.name, whole.name)) : it.name }
    })
}

/** Why something that is not in the list cannot be a part. */
export function whyNoPart({ all }: Pick<AreasRecord, 'all'>, own: string | undefined, ids: readonly unknown[]): Text | undefined {
  if (own !== undefined && ids.includes(own)) return texts.itself
  return all.some((it) => it.composed && ids.includes(it.id)) ? texts.ofParts : undefined
}

/** What does not fit of parts together: too few, one twice, one that lies in another. */
export function mistakesInParts({ all }: Pick<AreasRecord, 'all'>, ids: readonly string[]): FieldError[] {
  const byId = new Map(all.map((it) => [it.id, it]))
  const mistake = (code: string, detail: Text): FieldError => ({ in: 'body', at: 'parts', code, detail })
  const chosen = [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
  const twice = chosen.filter((it) => ids.filter((id) => id === it.id).length > 1)
  const nested = chosen.flatMap((it) => wholesOf(it, byId).filter(({ id }) => ids.includes(id)).map((whole) => mistake('nested', texts.nested(it.name, whole.name))))
  return [...twice.map((it) => mistake('twice', texts.twice(it.name))), ...nested, ...(chosen.length < 2 ? [mistake('too-few', texts.tooFew)] : [])]
}
