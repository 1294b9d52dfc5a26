import { readdirSync, readFileSync } from 'node:fs'

/** Nanoseconds that all threads of a process have run. @source Documentation/scheduler/sched-stats.rst */
function ranFor(pid: number): number {
  let sum = 0
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) sum += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    // it ended in between; what it did before stays out of the sum
  }
  return sum
}

const parentOf = (pid: string): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  } catch {
    return 0
  }
}

/** A process and everything that came from it. */
const treeOf = (root: number): number[] => {
  const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => [Number(pid), parentOf(pid)] as const)
  const tree = [root]
  for (let at = 0; at < tree.length; at++) for (const [pid, parent] of parents) if (parent === tree[at]) tree.push(pid)
  return tree
}

/** Milliseconds that a process and its descendants run during `work`. */
export function watch(root: number): () => number {
  const before = new Map(treeOf(root).map((pid) => [pid, ranFor(pid)]))
  return () => treeOf(root).reduce((sum, pid) => sum + ranFor(pid) - (before.get(pid) ?? 0), 0) / 1e6
}

/** Megabytes of memory that a process has now. */
export const memoryOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
