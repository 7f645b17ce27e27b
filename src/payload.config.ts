/** The composition root of the editorial side: the content model, its database, its admin panel. */
import path from 'node:path'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import { destination } from 'pino'
import sharp from 'sharp'
import { activity } from '#collections/activity.ts'
import { articles } from '#collections/articles.ts'
import { authors } from '#collections/authors.ts'
import { consumers } from '#collections/consumers.ts'
import { deliveries } from '#collections/deliveries.ts'
import { evidence } from '#collections/evidence.ts'
import { evidenceFiles } from '#collections/evidenceFiles.ts'
import { images } from '#collections/images.ts'
import { jobs } from '#collections/jobs.ts'
import { notes } from '#collections/notes.ts'
import { notifications } from '#collections/notifications.ts'
import { presence } from '#collections/presence.ts'
import { publications } from '#collections/publications.ts'
import { quotes } from '#collections/quotes.ts'
import { readerDocs, readerEntries, readerWithheld } from '#collections/readerIndex.ts'
import { sections } from '#collections/sections.ts'
import { sources } from '#collections/sources.ts'
import { subscriptions } from '#collections/subscriptions.ts'
import { users } from '#collections/users.ts'
import { getConfig } from '#src/config.ts'
import { databaseAdapter } from '#src/database/adapter.ts'
import { withHouseRules } from '#src/editorial/requests/houseRules.ts'
import { withRemovalsRecorded } from '#src/editorial/record/removals.ts'
import { logMail } from '#src/editorial/people/logMail.ts'
import { withoutDocumentLock } from '#src/editorial/people/presenceLock.ts'
import { projectRoot } from '#src/projectRoot.ts'

const config = getConfig()

/** `Name <address>`, or a bare address. */
const sender = {
  address: /<([^>]+)>/.exec(config.mailFrom)?.[1] ?? config.mailFrom,
  name: config.mailFrom.replace(/<[^>]*>/, '').trim() || 'Verbatim',
}

/** A mail server that says nothing is tried again later; nobody waits for it for minutes. */
const patience = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 30_000 }

const database = databaseAdapter(config, path.join(projectRoot, 'src/database/migrations'))

export default database.then((db) =>
  buildConfig({
    serverURL: config.publicUrl,
    secret: config.payloadSecret,
    db,
    editor: lexicalEditor(),
    sharp,
    collections: [
      articles,
      authors,
      sections,
      images,
      quotes,
      sources,
      evidence,
      evidenceFiles,
      notes,
      notifications,
      presence,
      publications,
      activity,
      jobs,
      users,
      subscriptions,
      deliveries,
      consumers,
      readerDocs,
      readerEntries,
      readerWithheld,
    ].map((collection) => withHouseRules(withRemovalsRecorded(collection), config.mediaDir)),
    // What cannot be parsed is its sender's mistake, and the error repeats what was in it.
    loggingLevels: { SyntaxError: false } as never,
    defaultDepth: 1,
    maxDepth: 4,
    telemetry: false,
    cors: [config.publicUrl],
    csrf: [config.publicUrl],
    graphQL: { maxComplexity: 500, disablePlaygroundInProduction: true },
    upload: {
      limits: { fileSize: 50 * 1024 * 1024, files: 1 },
      abortOnLimit: true,
      responseOnLimit: 'The file is larger than 50 MB. Save it smaller and try again.',
    },
    admin: {
      user: 'users',
      avatar: 'default',
      theme: 'all',
      dateFormat: 'd MMM yyyy, HH:mm',
      components: {
        graphics: {
          Logo: '/src/admin/components/brand/Logo.tsx#Logo',
          Icon: '/src/admin/components/brand/Icon.tsx#Icon',
        },
        beforeDashboard: ['/src/admin/components/desk/Desk.tsx#Desk'],
        actions: ['/src/admin/components/notices/Bell.tsx#Bell'],
        afterNavLinks: ['/src/admin/components/reports/ReportsLink.tsx#ReportsLink'],
        views: {
          reports: {
            Component: '/src/admin/components/reports/ReportsView.tsx#ReportsView',
            path: '/reports',
            exact: true,
            meta: { title: 'Whom we quote' },
          },
        },
        providers: ['/src/admin/components/saves/SavesProvider.tsx#SavesProvider'],
      },
      meta: {
        titleSuffix: ' — Verbatim',
        description: 'The editorial backend that can prove every quote.',
        defaultOGImageType: 'off',
        // The sign of src/admin/components/brand/Mark.tsx, in the page itself: a favicon costs no request.
        icons: [
          {
            rel: 'icon',
            type: 'image/svg+xml',
            url: 'data:image/svg+xml;base64,PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnIHZpZXdCb3g9JzAgMCAzMiAzMic+PHJlY3Qgd2lkdGg9JzMyJyBoZWlnaHQ9JzMyJyByeD0nNycgZmlsbD0nIzljMWMyOCcvPjxwYXRoIGZpbGw9JyNmZmYnIGQ9J00xNC4zIDguMkM5LjYgOS45IDYuOCAxMy41IDYuOCAxOC4yYzAgMy40IDEuOSA1LjcgNC42IDUuNyAyLjMgMCA0LTEuNyA0LTMuOSAwLTIuMS0xLjUtMy43LTMuNS0zLjctLjUgMC0xIC4xLTEuMy4zLjMtMi40IDItNC41IDQuNy01Ljh6TTI1LjIgOC4yYy00LjcgMS43LTcuNSA1LjMtNy41IDEwIDAgMy40IDEuOSA1LjcgNC42IDUuNyAyLjMgMCA0LTEuNyA0LTMuOSAwLTIuMS0xLjUtMy43LTMuNS0zLjctLjUgMC0xIC4xLTEuMy4zLjMtMi40IDItNC41IDQuNy01Ljh6Jy8+PC9zdmc+',
          },
        ],
      },
      importMap: {
        baseDir: projectRoot,
        importMapFile: path.join(projectRoot, 'src/admin/app/(payload)/admin/importMap.js'),
      },
      livePreview: {
        breakpoints: [
          { name: 'phone', label: 'Phone', width: 390, height: 844 },
          { name: 'desk', label: 'Desktop', width: 1280, height: 900 },
        ],
      },
    },
    typescript: {
      outputFile: path.join(projectRoot, 'src/payload-types.ts'),
      // `npm run generate` does it; Payload would start a process for it at every boot in a test.
      autoGenerate: false,
    },
    // Standard output belongs to the commands: their answers may be JSON.
    logger: {
      // What a refusal answers may hold words of a draft: they belong to who asked, not into a log.
      options: { level: config.logLevel, redact: { paths: ['err.data'], remove: true } },
      destination: destination(2),
    },
    email: config.smtpUrl
      ? nodemailerAdapter({
          defaultFromAddress: sender.address,
          defaultFromName: sender.name,
          // Nodemailer reads the server, the login and the options from it; its types do not know.
          transportOptions: { url: config.smtpUrl, ...patience } as object,
          skipVerify: true,
        })
      : logMail(sender),
  }).then((sanitized) => withoutDocumentLock(sanitized, 'articles')),
)
