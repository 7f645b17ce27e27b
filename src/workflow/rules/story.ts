/** Rules about the story as a whole: is it complete, free to go out, checked, and are its pictures credited? */
import { minuteOf } from '#src/workflow/approve.ts'
import { error, excerptOf } from '#src/workflow/finding.ts'
import type { Rule } from '#src/workflow/preflight.ts'

const needsHeadline: Rule = ({ headline }) =>
  headline.trim()
    ? []
    : [
        error({
          code: 'headline-missing',
          path: 'headline',
          message: 'There is no headline.',
          fix: 'Write one.',
          about: '',
        }),
      ]

const needsBody: Rule = ({ body }) =>
  body.length > 0
    ? []
    : [
        error({
          code: 'body-empty',
          path: 'body',
          message: 'The story has no text.',
          fix: 'Write it first.',
          about: '',
        }),
      ]

const needsSection: Rule = ({ section }) =>
  section
    ? []
    : [
        error({
          code: 'section-missing',
          path: 'section',
          message: 'The story belongs to no section.',
          fix: 'Choose a section.',
          about: '',
        }),
      ]

const needsByline: Rule = ({ byline }) =>
  byline.trim()
    ? []
    : [
        error({
          code: 'byline-missing',
          path: 'authors',
          message: 'Nobody is named as the author.',
          fix: 'Add an author, or write a byline such as “From our correspondents”.',
          about: '',
        }),
      ]

const needsCredits: Rule = ({ leadImage, body }) =>
  [leadImage, ...body.map((block) => (block.type === 'image' ? block.image : null))]
    .filter((image) => image !== null)
    .filter((image) => !image.credit && !image.creator)
    .map((image) =>
      error({
        code: 'image-uncredited',
        path: 'leadImage',
        message: `The picture “${excerptOf(image.alt)}” has no credit.`,
        fix: 'Open the image and enter who made it.',
        about: image.id,
      }),
    )

const checkNames = {
  legal: 'legal check',
  pictures: 'look of the picture desk',
  facts: 'fact check',
}

const needsChecksDone: Rule = (_, { checks }) =>
  Object.entries(checks)
    .filter(([, state]) => state === 'needed')
    .map(([name]) =>
      error({
        code: 'check-open',
        path: `checks.${name}`,
        message: `The ${checkNames[name as keyof typeof checks]} is needed and not done.`,
        fix: 'Set it to done when it is, or to not needed.',
        about: name,
      }),
    )

const needsEmbargoPassed: Rule = (_, { embargoUntil, now }) =>
  embargoUntil && Date.parse(embargoUntil) > Date.parse(now)
    ? [
        error({
          code: 'embargoed',
          path: 'embargoUntil',
          message: `The story is under embargo until ${minuteOf(embargoUntil)}.`,
          fix: 'Schedule it for then or later.',
          about: embargoUntil,
        }),
      ]
    : []

export const storyRules: Rule[] = [
  needsHeadline,
  needsBody,
  needsSection,
  needsByline,
  needsCredits,
  needsChecksDone,
  needsEmbargoPassed,
]
