import { importDraft } from '#src/editorial/stories/importDraft.ts'
import { proposeDraft } from '#src/imports/plainTextArticle.ts'
import { sampleArticle } from './content/sampleArticle.ts'
import { idFor, type SeedContext } from './seedContext.ts'

/**
 * The sample article, the whole way: imported as text, settled by an editor, published. What the importer
 * doubted stays on the story for whoever opens it.
 */
export const seedSample = async (context: SeedContext, image: string): Promise<void> => {
  const { payload, ids } = context
  const { articleId } = await importDraft({
    payload,
    proposal: proposeDraft(sampleArticle, {}),
    actor: null,
  })
  await approveUnnamed(context)
  await payload.update({
    collection: 'articles',
    id: articleId,
    data: {
      section: idFor(ids.sections, 'world'),
      topics: ['Iraq', 'Iran', 'Diplomacy'],
      bylineOverride: 'From our correspondents',
      leadImage: idFor(ids.images, image),
      _status: 'published',
    },
    context: { acknowledge: 'all' },
    depth: 0,
    overrideAccess: true,
  })
  ids.stories.set('sample', articleId)
}

/** The unnamed people in it are quoted at second hand; a chief has to agree to that. */
const approveUnnamed = async ({ payload, ids }: SeedContext): Promise<void> => {
  const chief = [...ids.users.keys()].includes('ruth') ? idFor(ids.users, 'ruth') : null
  await payload.update({
    collection: 'sources',
    where: {
      and: [{ isConfidential: { equals: true } }, { id: { not_in: [...ids.sources.values()] } }],
    },
    data: {
      approvedBy: chief,
      anonymityReason: 'Named by neither of the outlets that quoted them.',
    },
    depth: 0,
    overrideAccess: true,
  })
}
