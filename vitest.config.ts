/** The levels of testing: `npm test` runs them in this order, `npm test -- unit` runs one. */
import { defineConfig } from 'vitest/config'
import { mongoSources, toolEnvironment } from './tests/tools.mjs'

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
    globalSetup: [] as string[],
    setupFiles: [] as string[],
    isolate: true,
  },
})

type Level = ReturnType<typeof level>

/** Some of its tests start processes of ours. */
const withPrograms = ({ test }: Level): Level => ({
  test: { ...test, globalSetup: [...test.globalSetup, 'tests/support/programs.mjs'] },
})

/** Its files share the processes: loading the packages takes longer than most tests. */
const withPackagesKept = ({ test }: Level): Level => ({
  test: { ...test, isolate: false, setupFiles: ['tests/support/ownModules.ts'] },
})

/** One MongoDB for the level, where one can be had. */
const withMongo = ({ test }: Level): Level => ({
  test: {
    ...test,
    globalSetup: [...test.globalSetup, 'tests/support/mongoSetup.ts'],
    setupFiles: [...test.setupFiles, 'tests/support/skipStandinGaps.ts'],
  },
})

/** The same tests on MongoDB; no level where none can be had. */
const onMongo = (sqlite: Level): Level[] => {
  if (mongoSources().length === 0) return []
  const { test } = withMongo(sqlite)
  const env = { ...test.env, TEST_DATABASE: 'mongodb' }
  // Every statement goes to another process and back, and collisions are made again.
  const limits = { testTimeout: test.testTimeout * 3, hookTimeout: test.hookTimeout * 3 }
  return [{ test: { ...test, ...limits, name: `${test.name}:mongodb`, env } }]
}

const collections = withPrograms(
  withPackagesKept(level('collections', ['tests/collections/**/*.test.ts'], 30)),
)
const http = withPrograms(withPackagesKept(level('http', ['tests/http/**/*.test.ts'], 30)))
// A browser and a server are enough work at one time.
const browser: Level = {
  test: {
    ...level('browser', ['tests/browser/**/*.test.ts'], 90, true).test,
    globalSetup: ['tests/browser/demoNewsroom.ts'],
  },
}
// A process that is killed again and again must not starve its neighbour.
const crash = withPrograms(level('crash', ['tests/crash/**/*.test.ts'], 300, true))

export default defineConfig({
  test: {
    // Two cores are what the smallest machine of a newsroom or a build server has.
    maxWorkers: 2,
    projects: [
      level('architecture', ['tests/architecture.test.ts'], 30),
      level('unit', ['tests/unit/**/*.test.ts'], 10),
      collections,
      ...onMongo(collections),
      withMongo(withPrograms(level('database', ['tests/database/**/*.test.ts'], 120, true))),
      http,
      ...onMongo(http),
      browser,
      crash,
      ...onMongo(crash),
    ],
  },
})
