import { Machine } from './machine.js'
import { OP, type Program } from './program.js'

/** Counts how often each set is asked for and each piece of code is run. */
export class CountingMachine extends Machine {
  private readonly counts: NonNullable<Program['counts']>

  constructor(...[language, program, ...rest]: ConstructorParameters<typeof Machine>) {
    super(language, program, ...rest)
    this.counts = program.counts!
  }
  override isIn(set: number, at: number): boolean {
    this.counts.asked[set]++
    return super.isIn(set, at)
  }
  override ends(offset: number, at: number): number {
    if (this.code[offset] !== OP.sequence) this.counts.ran[offset]++
    return super.ends(offset, at)
  }
  protected override partsEnds(offset: number, at: number): number {
    this.counts.ran[offset]++
    return super.partsEnds(offset, at)
  }
}
