import type { Run } from './runCycles.js'

/** A line of figures, and one of how often a process died where. */
export function reportOf(runs: readonly Run[]): string {
  const sum = (count: (run: Run) => number) => runs.reduce((total, run) => total + count(run), 0)
  const figures = (Object.keys(runs[0]!.figures) as (keyof Run['figures'])[]).map((name) => {
    const most = Math.max(...runs.map((run) => run.figures[name]))
    return `${name} ${name === 'mostAtOneCrash' ? most : sum((run) => run.figures[name])}`
  })
  const names = [...runs[0]!.reached.keys()]
  const points = names.map((name) => `${name} ${sum(({ reached }) => reached.get(name)!.died)}`)
  return `cycles ${sum(({ cycles }) => cycles)}, ${figures.join(', ')}\n      ${points.join(' · ')}`
}
