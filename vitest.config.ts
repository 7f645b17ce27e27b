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
  },
})

type Level = ReturnType<typeof level>

/** One MongoDB for the level, where one can be had. */
const withMongo = ({ test }: Level): Level => ({
  test: {
    ...test,
    globalSetup: ['tests/support/mongoSetup.ts'],
    setupFiles: ['tests/support/skipStandinGaps.ts'],
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

const collections = level('collections', ['tests/collections/**/*.test.ts'], 30)
const http = level('http', ['tests/http/**/*.test.ts'], 30)
const crash = level('crash', ['tests/crash/**/*.test.ts'], 300, true)

export default defineConfig({
  test: {
    // Two cores are what the smallest machine of a newsroom or a build server has.
    maxWorkers: 2,
    projects: [
      level('architecture', ['tests/architecture.test.ts'], 30),
      level('unit', ['tests/unit/**/*.test.ts'], 10),
      collections,
      ...onMongo(collections),
      withMongo(level('database', ['tests/database/**/*.test.ts'], 120, true)),
      http,
      ...onMongo(http),
      // A browser and a server are enough work at one time; a killed one must not starve its neighbour.
      level('browser', ['tests/browser/**/*.test.ts'], 90, true),
      crash,
      ...onMongo(crash),
    ],
  },
})
