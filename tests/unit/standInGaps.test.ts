/** The table of what the stand-in for MongoDB cannot carry: a name that fits no test would skip nothing, or hide it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#src/projectRoot.ts'
import { gapOf, standInGaps } from '#tests/support/standinGaps.ts'

describe('every gap of the stand-in', () => {
  it.each(standInGaps)('$file: $test', ({ file, test, value = '' }) => {
    const text = readFileSync(path.join(projectRoot, file), 'utf8')
    expect(text).toContain(`'${test}'`)
    expect(text).toContain(value)
    expect(test.includes('%s')).toBe(value !== '')
  })

  it('is found by the file and the whole name of a test', () => {
    for (const { file, test, value = '', lacks } of standInGaps) {
      expect(
        gapOf(
          file,
          test.replace('%s', () => value),
        ),
      ).toBe(lacks)
      expect(gapOf('tests/collections/other.test.ts', test)).toBeNull()
    }
  })
})
