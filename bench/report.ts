import { cpus, loadavg, platform, release, totalmem } from 'node:os'

export const say = (line = ''): void => void process.stdout.write(`${line}\n`)

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length === 0 ? Number.NaN : sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
/** How far rounds of one row lie apart. */
export const spread = (values: readonly number[]): number => Math.max(...values) / Math.min(...values)

export const load = (): number => loadavg()[0] ?? 0
/** The machine was doing more than it has cores for: what was measured neither passes nor fails. */
export const crowded = (): boolean => load() > cpus().length

export function machine(postgres: string): string {
  return `${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}, Node ${process.version}, PostgreSQL ${postgres}, load ${load().toFixed(2)}`
}

/** One measured value beside its goal. */
export function verdict(values: readonly number[], goal: number | undefined, noisy: boolean): string {
  const value = median(values)
  const shown = `${value.toFixed(value < 10 ? 2 : 0)} (${Math.min(...values).toFixed(2)}-${Math.max(...values).toFixed(2)})`
  if (goal === undefined) return shown
  if (noisy) return `${shown}, goal ${goal}: NOISY`
  return `${shown}, goal ${goal}: ${value <= goal ? 'reached' : 'MISSED'}`
}

/** Exponent of growth between sizes, by least squares on logarithms: 0 is flat, 1 is linear. */
export function exponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const)
  const mean = (at: 0 | 1) => logs.reduce((sum, it) => sum + it[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  return logs.reduce((sum, it) => sum + (it[0] - x) * (it[1] - y), 0) / logs.reduce((sum, it) => sum + (it[0] - x) ** 2, 0)
}
