/** For projects on MongoDB: skips, by name, what the stand-in cannot carry. */
import path from 'node:path'
import { beforeEach } from 'vitest'
import { projectRoot } from '#src/projectRoot.ts'
import { providedMongo } from './mongo.ts'
import { gapOf } from './standinGaps.ts'

if (providedMongo()?.kind === 'stand-in') {
  beforeEach(({ task, skip }) => {
    const lacks = gapOf(path.relative(projectRoot, task.file.filepath), task.name)
    if (lacks) skip(`the stand-in for MongoDB lacks ${lacks}`)
  })
}
