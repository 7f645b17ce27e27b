/** The levels of testing: `npm test` runs them in this order, `npm test -- unit` runs one. */
import { defineConfig } from 'vitest/config'
import { toolEnvironment } from './tests/tools.mjs'

const seconds = (count: number): number => count * 1000

/** Where the tools of this machine are (browser, PDF reader, MongoDB); tests that miss one skip and say so. */
const env = toolEnvironment()

const level = (name: string, include: string[], limit: number, isAlone = false) => ({
  test: {
    name,
    include,
    env,
    environment: 'node' as const,
    testTimeout: seconds(limit),
    hookTimeout: seconds(limit * 2),
    fileParallelism: !isAlone,
  },
})

export default defineConfig({
  test: {
    // Two cores are what the smallest machine of a newsroom or a build server has.
    maxWorkers: 2,
    projects: [
      level('architecture', ['tests/architecture.test.ts'], 30),
      level('unit', ['tests/unit/**/*.test.ts'], 10),
      level('collections', ['tests/collections/**/*.test.ts'], 30),
      level('database', ['tests/database/**/*.test.ts'], 120, true),
      level('http', ['tests/http/**/*.test.ts'], 30),
      // A browser and a server are enough work at one time; a killed one must not starve its neighbour.
      level('browser', ['tests/browser/**/*.test.ts'], 90, true),
      level('crash', ['tests/crash/**/*.test.ts'], 300, true),
    ],
  },
})
