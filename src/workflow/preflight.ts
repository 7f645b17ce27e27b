/**
 * What must be right before a story goes out. Pure: a story and what the newsroom knows of it, in; problems, out.
 */
import type { Problem } from '#src/errors.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

export type Check = 'not needed' | 'needed' | 'done'

export type PreflightContext = {
  now: string
  embargoUntil: string | null
  checks: { legal: Check; pictures: Check; facts: Check }
  /** Ids of the confidential sources that a chief has approved. */
  approvedSourceIds: string[]
}

type Rule = (story: PublishedStory, context: PreflightContext) => Problem[]

const error = (code: string, path: string, message: string, fix: string): Problem => ({
  code,
  severity: 'error',
  path,
  message,
  fix,
})

const needsHeadline: Rule = ({ headline }) =>
  headline.trim()
    ? []
    : [error('headline-missing', 'headline', 'There is no headline.', 'Write one.')]

const needsBody: Rule = ({ body }) =>
  body.length > 0 ? [] : [error('body-empty', 'body', 'The story has no text.', 'Write it first.')]

const needsSection: Rule = ({ section }) =>
  section
    ? []
    : [error('section-missing', 'section', 'The story belongs to no section.', 'Choose a section.')]

const needsByline: Rule = ({ byline }) =>
  byline.trim()
    ? []
    : [
        error(
          'byline-missing',
          'authors',
          'Nobody is named as the author.',
          'Add an author, or write a byline such as “From our correspondents”.',
        ),
      ]

const needsAttribution: Rule = ({ quotes }) =>
  quotes
    .filter(({ speaker }) => !speaker.name && !speaker.description)
    .map(({ text }) =>
      error(
        'quote-unattributed',
        'body',
        `Nobody is named as having said “${excerpt(text)}”.`,
        'Open the quote and choose its speaker.',
      ),
    )

const needsApprovedSources: Rule = ({ quotes }, { approvedSourceIds }) =>
  unique(
    quotes
      .map(({ speaker }) => speaker)
      .filter(
        ({ isAnonymous, sourceId }) => isAnonymous && !approvedSourceIds.includes(sourceId ?? ''),
      )
      .map(({ description }) => description ?? 'a source'),
  ).map((description) =>
    error(
      'source-not-approved',
      'body',
      `No chief has approved quoting ${description} without a name.`,
      'A chief who knows the source must enter themselves as approver on the source.',
    ),
  )

const needsEmbargoPassed: Rule = (_, { embargoUntil, now }) =>
  embargoUntil && Date.parse(embargoUntil) > Date.parse(now)
    ? [
        error(
          'embargoed',
          'embargoUntil',
          `The story is under embargo until ${embargoUntil}.`,
          'Schedule it for then or later.',
        ),
      ]
    : []

const needsChecksDone: Rule = (_, { checks }) =>
  Object.entries(checks)
    .filter(([, state]) => state === 'needed')
    .map(([name]) =>
      error(
        'check-open',
        `checks.${name}`,
        `The ${checkNames[name as keyof typeof checks]} is needed and not done.`,
        'Set it to done when it is, or to not needed.',
      ),
    )

const needsCredits: Rule = ({ leadImage, body }) =>
  [leadImage, ...body.map((block) => (block.type === 'image' ? block.image : null))]
    .filter((image) => image !== null)
    .filter((image) => !image.credit && !image.creator)
    .map((image) =>
      error(
        'image-uncredited',
        'leadImage',
        `The picture “${excerpt(image.alt)}” has no credit.`,
        'Open the image and enter who made it.',
      ),
    )

const rules: Rule[] = [
  needsHeadline,
  needsBody,
  needsSection,
  needsByline,
  needsAttribution,
  needsApprovedSources,
  needsCredits,
  needsChecksDone,
  needsEmbargoPassed,
]

const checkNames = {
  legal: 'legal check',
  pictures: 'look of the picture desk',
  facts: 'fact check',
}

/**
 * All that stands against publishing, at once.
 *
 * @param story as readers would get it
 * @param context what the newsroom knows besides: the time, the embargo, the checks
 */
export const preflight = (story: PublishedStory, context: PreflightContext): Problem[] =>
  rules.flatMap((rule) => rule(story, context))

const unique = (texts: string[]): string[] => [...new Set(texts)]

const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)
