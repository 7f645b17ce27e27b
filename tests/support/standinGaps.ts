/**
 * The tests that the stand-in for MongoDB cannot carry, by file and name, with the feature it lacks. They are
 * skipped on the stand-in alone, never on a real MongoDB. `tests/unit/standInGaps.test.ts` sees to it that each
 * of them exists.
 */
export type StandInGap = {
  file: string
  /** The last part of the test's name, as it is written in the file. */
  test: string
  /** What stands for its `%s`, in a test that runs for several values. */
  value?: string
  /** The feature of MongoDB that the stand-in lacks. */
  lacks: string
}

export const standInGaps: StandInGap[] = [
  {
    file: 'tests/collections/anonymous.test.ts',
    test: 'in any list, with “%s”',
    value: 'joins[usedIn][sort]=headline&joins[usedIn][count]=true&depth=3&draft=true',
    lacks: 'the stage $count in the pipeline of a $lookup',
  },
]

/** Why this test cannot run on the stand-in, or `null`. */
export const gapOf = (file: string, name: string): string | null =>
  standInGaps.find(
    (gap) => gap.file === file && gap.test.replace('%s', () => gap.value ?? '') === name,
  )?.lacks ?? null
