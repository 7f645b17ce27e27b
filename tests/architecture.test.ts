/**
 * The rooms of the project and what each may import: docs/architecture.md in words, this in force.
 *
 * A failure names the file, the import and the room where the code that needs it belongs.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

// ---------------------------------------------------------------- the table

const pureRooms = ['workflow', 'quotes', 'rights', 'story', 'formats']

type Rule = {
  /** Rooms it may import besides itself, `errors` and, as types, `config` (unless pure). */
  rooms: string[]
  /** Packages it must not import; `outside` stands for what reaches files, the network or other processes. */
  without: string[]
}

const web = ['express', 'next', 'react']

const rules: Record<string, Rule> = {
  workflow: { rooms: ['quotes', 'rights', 'story'], without: ['payload', 'outside', ...web] },
  quotes: { rooms: [], without: ['payload', 'outside', ...web] },
  rights: { rooms: [], without: ['payload', 'outside', ...web] },
  story: { rooms: [], without: ['payload', 'outside', ...web] },
  formats: { rooms: ['story'], without: ['payload', 'outside', ...web] },
  imports: { rooms: pureRooms, without: ['payload', ...web] },
  ledger: { rooms: ['story', 'formats'], without: ['payload', ...web] },
  delivery: { rooms: ['story', 'formats', 'ledger'], without: ['payload', ...web] },
  // Payload calls hook bodies, so nobody can hand them the configuration.
  editorial: {
    rooms: [...pureRooms, 'payload-types', 'ledger', 'imports', 'config'],
    without: web,
  },
  jobs: { rooms: [...pureRooms, 'payload-types', 'ledger', 'imports', 'editorial'], without: web },
  collections: { rooms: [...pureRooms, 'payload-types', 'editorial'], without: web },
  database: { rooms: ['config'], without: web },
  server: {
    rooms: ['config', 'delivery', 'editorial', 'jobs', 'ledger', 'payload.config', 'payload-types'],
    without: ['react', 'next'],
  },
  admin: {
    rooms: [...pureRooms, 'imports', 'payload.config', 'payload-types'],
    without: ['express'],
  },
  demo: { rooms: ['editorial', 'story', 'imports', 'payload-types'], without: web },
  cli: {
    rooms: [...pureRooms, 'config', 'editorial', 'ledger', 'imports', 'demo', 'server', 'database'],
    without: web,
  },
  'payload.config': {
    rooms: ['config', 'collections', 'database', 'editorial', 'jobs', 'ledger', ...pureRooms],
    without: web,
  },
  'payload-types': { rooms: [], without: ['express', 'next', 'react'] },
  config: { rooms: [], without: ['payload', ...web] },
  errors: { rooms: [], without: ['payload', 'outside', ...web] },
}

/** `FILE -> IMPORT`, each with the reason why this one may. */
const exceptions: Record<string, string> = {
  'src/ledger/payloadStore.ts -> payload': 'the one store of the ledger that lives in the database',
  'src/ledger/rows.ts -> payload': 'how that store keeps its rows',
  'src/ledger/payloadStore.ts -> src/database/afterCommit.ts':
    'readers hear of a row when its transaction is committed, not before',
  'src/ledger/payloadStore.ts -> src/database/databaseErrors.ts':
    'a number that another process took meanwhile means: once more, not: refused',
  'src/ledger/payloadStore.ts -> src/database/changeStream.ts':
    'on MongoDB the database itself says that another process appended a row',
  'src/ledger/follow.ts -> src/database/sqliteReader.ts':
    'on SQLite the file itself says that another process committed something',
  'src/ledger/follow.ts -> payload': 'opens that store for a process that only reads',
  'src/ledger/projection.ts -> src/database/bulkInsert.ts':
    'a publication makes dozens of list entries: one statement instead of one each',
  'src/admin/components/reports/ReportsView.tsx -> src/editorial/reports/reportsAsk.ts':
    'a page made on the server counts as the API does, in the same process',
  'src/server/adminPanel.ts -> next': 'the one place that starts Next',
  'src/server/preview.ts -> src/formats/html/renderArticlePage.ts':
    'a draft must not pass through delivery, which reads the ledger only',
  'src/server/preview.ts -> src/formats/html/noticePages.ts': 'as above',
  'src/server/preview.ts -> src/formats/context.ts': 'as above',
  'src/editorial/boot.ts -> src/payload.config.ts': 'boots Payload; no hook imports it back',
  'src/editorial/boot.ts -> src/database/afterCommit.ts': 'boots Payload',
  'src/editorial/boot.ts -> src/database/sqliteAdapter.ts': 'boots Payload: claims the file',
  'src/editorial/requests/api.ts -> src/database/retryTransient.ts':
    'a whole operation is what can be tried again',
  'src/editorial/receivers/consumerKeys.ts -> collections/access.ts':
    'who may do what is written down once, and asked by fields and verbs alike',
  'src/editorial/receivers/consumerKeys.ts -> src/database/afterCommit.ts':
    'a key that was taken back is refused once that is committed, and not before',
  'src/editorial/requests/retryMutations.ts -> src/database/retryTransient.ts': 'as above',
  'src/jobs/worker.ts -> src/database/retryTransient.ts': 'as above',
  'src/editorial/requests/api.ts -> src/database/databaseErrors.ts':
    'a full disk must reach whoever saved as what it is',
  'src/editorial/stories/articleEndpoints.ts -> collections/access.ts':
    'who may do what is written down once, and asked by fields and verbs alike',
  'src/editorial/publishing/verbEndpoints.ts -> collections/access.ts': 'as above',
  'src/editorial/receivers/subscriptionEndpoints.ts -> collections/access.ts': 'as above',
  'src/editorial/publishing/guardArticle.ts -> collections/access.ts': 'as above',
  'src/editorial/publishing/changeKind.ts -> collections/access.ts':
    'as above: who may call a change minor',
  'src/editorial/evidence/captureEvidence.ts -> collections/access.ts': 'as above',
  'src/editorial/people/notes.ts -> collections/access.ts': 'as above',
  'src/editorial/people/presence.ts -> collections/access.ts': 'as above',
  'src/editorial/requests/assertNewsroom.ts -> collections/access.ts': 'as above',
  'src/editorial/evidence/checkEndpoint.ts -> collections/access.ts': 'as above',
  'src/editorial/stories/examineStory.ts -> collections/access.ts':
    'as above: who may set checks aside',
  'src/editorial/stories/preflightArticle.ts -> collections/access.ts': 'as above',
  'src/editorial/sources/unsealIdentity.ts -> collections/access.ts':
    'as above: who may read an identity',
  'src/editorial/quotes/impact.ts -> collections/access.ts': 'as above',
  'src/editorial/quotes/impactCorrect.ts -> collections/access.ts': 'as above',
  'src/editorial/quotes/quoteEndpoints.ts -> collections/access.ts': 'as above',
  'src/editorial/publishing/retryJob.ts -> collections/access.ts':
    'as above: who has failed work tried again',
  'src/editorial/reports/reportsNames.ts -> collections/access.ts': 'as above',
  'src/editorial/people/users.ts -> collections/access.ts': 'as above: the names of the roles',
  'collections/users.ts -> src/config.ts': 'cookies are secure when the public address is',
  'src/quotes/body/storyText.ts -> src/story/lexicalNodes.ts':
    'what the stored rich text looks like is written down once',
  'src/quotes/body/bodyEdits.ts -> src/story/lexicalNodes.ts': 'as above',
  'src/quotes/check/checkQuote.ts -> src/story/publishedStory.ts':
    'the type of the verdict, which readers get to see',
}

const whereTo: Record<string, string> = {
  payload: 'Payload is called in src/editorial; take plain values here',
  outside: 'a pure room gets text and bytes from its caller: editorial, imports, jobs or server',
  express: 'HTTP belongs in src/server',
  next: 'Next belongs in src/admin',
  react: 'React belongs in src/admin/components',
  admin: 'nobody imports the admin panel: what both need belongs in a pure room',
  cli: 'nobody imports the command line: what both need belongs in src/editorial',
  server: 'only the command line starts the server; HTTP belongs in src/server',
  delivery: 'what readers get belongs in src/delivery, which is called by src/server',
  demo: 'only the command line fills in the demo',
  editorial: 'what needs records belongs in src/editorial, which calls this room',
  ledger: 'publishing belongs in src/editorial, reading what is published in src/delivery',
  collections: 'composition belongs in src/payload.config.ts',
  config: 'take the value as a parameter; src/server, src/cli and src/payload.config.ts read it',
}

// ---------------------------------------------------------------- the files

type Import = { specifier: string; target: string; isTypeOnly: boolean }
type SourceFile = {
  file: string
  room: string
  text: string
  ast: ts.SourceFile
  imports: Import[]
}

const generated = /payload-types\.ts$|importMap\.js$|^src\/database\/migrations\//

const listFiles = (folder: string): string[] =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
        const below = `${folder}/${entry.name}`
        if (entry.isDirectory()) return entry.name === '.next' ? [] : listFiles(below)
        return /(?<!\.d)\.(tsx?|mts)$/.test(entry.name) ? [below] : []
      })
    : []

const rootRooms: Record<string, string> = {
  configVariables: 'config',
  projectRoot: 'config',
  secrets: 'config',
}

const roomOf = (file: string): string => {
  const [top = '', second = ''] = file.split('/')
  if (top === 'collections') return 'collections'
  const name = second.replace(/\.tsx?$/, '')
  return rootRooms[name] ?? name
}

const resolveSpecifier = (specifier: string, from: string): string => {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier)
  return specifier
}

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node)
  node.forEachChild((child) => walk(child, visit))
}

const findImports = (file: string, ast: ts.SourceFile): Import[] => {
  const found: Import[] = []
  const add = (node: ts.Node | undefined, isTypeOnly: boolean) => {
    if (!node || !ts.isStringLiteralLike(node)) return
    found.push({ specifier: node.text, target: resolveSpecifier(node.text, file), isTypeOnly })
  }
  walk(ast, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true)
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false)
    }
  })
  return found
}

const files: SourceFile[] = [...listFiles('src'), ...listFiles('collections')]
  .filter((file) => !generated.test(file))
  .map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    const ast = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    return { file, room: roomOf(file), text, ast, imports: findImports(file, ast) }
  })

const lineOf = ({ ast }: SourceFile, node: ts.Node): number =>
  ast.getLineAndCharacterOfPosition(node.getStart()).line + 1

/** Every node of every file of these rooms for which `isWrong` holds, as `file:line`. */
const findNodes = (isIn: (file: SourceFile) => boolean, isWrong: (node: ts.Node) => boolean) =>
  files.filter(isIn).flatMap((source) => {
    const places: string[] = []
    walk(source.ast, (node) => {
      if (isWrong(node)) places.push(`${source.file}:${lineOf(source, node)}`)
    })
    return places
  })

// ---------------------------------------------------------------- the rules

const harmlessBuiltins = ['crypto', 'util', 'buffer', 'string_decoder', 'url', 'path']

/** The names under which a rule may forbid a package. */
const packageKinds = (specifier: string): string[] => {
  const name = specifier.replace(/^node:/, '')
  if (specifier.startsWith('node:') || builtinModules.includes(name)) {
    return harmlessBuiltins.includes(name) ? [] : ['outside']
  }
  if (/^(payload|@payloadcms)(\/|$)/.test(name)) return ['payload']
  if (/^react(-dom)?(\/|$)/.test(name)) return ['react']
  if (/^(next|express)(\/|$)/.test(name)) return [name.split('/')[0] ?? name]
  if (/^(mongodb|pino|sharp|@libsql)(\/|$)/.test(name)) return ['outside']
  return []
}

const isProjectFile = (target: string): boolean => /^(src|collections)\//.test(target)

const judge = (source: SourceFile, { specifier, target, isTypeOnly }: Import): string | null => {
  const rule = rules[source.room]
  if (!rule) return `${source.file}: "${source.room}" is no room; see docs/architecture.md`
  const exception = isProjectFile(target) ? target : specifier.split('/')[0]
  if (`${source.file} -> ${exception}` in exceptions) return null

  const refuse = (hint: string | undefined) =>
    `${source.file} (${source.room}) imports ${specifier}: ${hint ?? 'not among its rooms'}`
  if (isProjectFile(target)) {
    const room = roomOf(target)
    const isConfigType = room === 'config' && isTypeOnly && !pureRooms.includes(source.room)
    const isAllowed = [source.room, 'errors', ...rule.rooms].includes(room) || isConfigType
    return isAllowed ? null : refuse(whereTo[room])
  }
  const kind = packageKinds(specifier).find((name) => rule.without.includes(name))
  return kind ? refuse(whereTo[kind]) : null
}

describe('rooms', () => {
  test('every file stands in a room that is known', () => {
    expect(files.filter(({ room }) => !rules[room]).map(({ file }) => file)).toEqual([])
  })

  test.each(Object.keys(rules))('%s imports only what it may', (room) => {
    const wrong = files
      .filter((source) => source.room === room)
      .flatMap((source) => source.imports.map((item) => judge(source, item)))
      .filter((message) => message !== null)
    expect(wrong).toEqual([])
  })

  test('project files are imported by their whole name, from the place that package.json gives them', () => {
    const wrong = files.flatMap(({ file, imports }) =>
      imports
        .filter(({ target }) => isProjectFile(target) && !existsSync(path.join(root, target)))
        .map(({ specifier }) => `${file} imports ${specifier}, which does not exist`),
    )
    expect(wrong).toEqual([])
  })
})

describe('files', () => {
  test('do not import each other in a circle', () => {
    const next = new Map(
      files.map(({ file, imports }) => [
        file,
        // Types are erased and cannot start anything in the wrong order.
        imports.filter(({ isTypeOnly }) => !isTypeOnly).map(({ target }) => target),
      ]),
    )
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, trail: string[]): void => {
      const seenAt = trail.indexOf(file)
      if (seenAt >= 0) circles.push([...trail.slice(seenAt), file].join(' -> '))
      if (seenAt >= 0 || done.has(file)) return
      for (const target of next.get(file) ?? []) visit(target, [...trail, file])
      done.add(file)
    }
    for (const { file } of files) visit(file, [])
    expect(circles).toEqual([])
  })

  test('have at most 300 lines, or a header that says "Over 300 lines because …"', () => {
    const long = files
      .map(({ file, text }) => ({ file, text, lines: text.trimEnd().split('\n').length }))
      .filter(
        ({ text, lines }) => lines > 300 && !/Over 300 lines because \S/.test(text.slice(0, 800)),
      )
      .map(({ file, lines }) => `${file} has ${lines} lines: split it by what its parts mean`)
    expect(long).toEqual([])
  })
})

describe('code', () => {
  const isMember = (node: ts.Node, object: string, name: string): boolean =>
    ts.isPropertyAccessExpression(node) &&
    node.name.text === name &&
    node.expression.getText() === object

  test('the environment is read in src/config.ts only', () => {
    // The configuration of Next is read by Next, before anything of ours.
    const isFree = ['src/config.ts', 'src/admin/next.config.ts']
    const wrong = findNodes(
      ({ file }) => !isFree.includes(file),
      (node) => isMember(node, 'process', 'env') || isMember(node, 'import.meta', 'env'),
    )
    expect(wrong).toEqual([])
  })

  test('pure rooms know neither the time nor chance: they are passed in', () => {
    const isImpure = (node: ts.Node): boolean =>
      (ts.isNewExpression(node) &&
        node.expression.getText() === 'Date' &&
        (node.arguments?.length ?? 0) === 0) ||
      (ts.isCallExpression(node) && node.expression.getText() === 'Date') ||
      ['now', 'random'].some(
        (name) =>
          isMember(node, 'Date', name) ||
          isMember(node, 'Math', name) ||
          isMember(node, 'performance', name),
      ) ||
      (ts.isIdentifier(node) && /^random(UUID|Bytes|Int|FillSync)$/.test(node.text))
    expect(findNodes(({ room }) => pureRooms.includes(room), isImpure)).toEqual([])
  })

  const localApi =
    /^(find|findByID|findDistinct|create|update|delete|duplicate|count|countVersions|findVersions|findVersionByID|restoreVersion|findGlobal|updateGlobal|findGlobalVersions|restoreGlobalVersion)$/

  const isLocalApiCall = (node: ts.Node): node is ts.CallExpression =>
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    localApi.test(node.expression.name.text) &&
    /(^|\.)payload$/.test(node.expression.expression.getText())

  /** Options may be written in place, or be a constant of the same file that others are spread from. */
  const saysOverrideAccess = (options: ts.Node | undefined): boolean => {
    if (!options) return false
    if (ts.isAsExpression(options) || ts.isSatisfiesExpression(options)) {
      return saysOverrideAccess(options.expression)
    }
    if (ts.isIdentifier(options)) return saysOverrideAccess(constantNamed(options))
    if (!ts.isObjectLiteralExpression(options)) return false
    return options.properties.some((property) =>
      ts.isSpreadAssignment(property)
        ? saysOverrideAccess(property.expression)
        : property.name?.getText() === 'overrideAccess',
    )
  }

  const constantNamed = (name: ts.Identifier): ts.Node | undefined => {
    let found: ts.Node | undefined
    walk(name.getSourceFile(), (node) => {
      if (ts.isVariableDeclaration(node) && node.name.getText() === name.text) {
        found = node.initializer
      }
    })
    return found
  }

  test("Payload's Local API is called in src/editorial, jobs and demo only", () => {
    const callers = ['editorial', 'jobs', 'demo']
    // A server component reads for the person who looks at it, with their rights and nobody else's.
    const desk = 'src/admin/components/desk/loadDesk.ts'
    const places = findNodes(
      ({ file, room }) => !callers.includes(room) && file !== desk,
      isLocalApiCall,
    )
    expect(places).toEqual([])
  })

  test('every call of the Local API says whether access rules apply (overrideAccess)', () => {
    const places = findNodes(
      () => true,
      (node) => isLocalApiCall(node) && !saysOverrideAccess(node.arguments[0]),
    )
    expect(places).toEqual([])
  })
})

test('every exception above is still needed', () => {
  const used = new Set(
    files.flatMap(({ file, imports }) =>
      imports.map(({ specifier, target }) => {
        const name = isProjectFile(target) ? target : specifier.split('/')[0]
        return `${file} -> ${name}`
      }),
    ),
  )
  expect(Object.keys(exceptions).filter((exception) => !used.has(exception))).toEqual([])
})
