/**
 * The blocks an editor can set in a story. `src/story` reads exactly these slugs and fields.
 */
import type { Block } from 'payload'

/** The component that shows a block in the editor; without one it would say “Untitled”. */
const shownBy = (part: 'Block' | 'Label', component: string): NonNullable<Block['admin']> => ({
  disableBlockName: true,
  components: { [part]: `/src/admin/components/blocks/${component}` },
})

const quoteReference = (description: string): Block['fields'][number] => ({
  name: 'quote',
  type: 'relationship',
  relationTo: 'quotes',
  required: true,
  maxDepth: 1,
  admin: { description },
})

export const quoteBlock: Block = {
  slug: 'quoteBlock',
  interfaceName: 'QuoteBlock',
  labels: { singular: 'Block quote', plural: 'Block quotes' },
  admin: shownBy('Block', 'QuoteCards.tsx#QuoteBlockCard'),
  fields: [quoteReference('The words, the speaker and the source come from the quote record.')],
}

export const pullQuote: Block = {
  slug: 'pullQuote',
  interfaceName: 'PullQuote',
  labels: { singular: 'Pull quote', plural: 'Pull quotes' },
  admin: shownBy('Block', 'QuoteCards.tsx#PullQuoteCard'),
  fields: [quoteReference('Repeats a quote in large type. Use words the story already carries.')],
}

export const imageBlock: Block = {
  slug: 'imageBlock',
  interfaceName: 'ImageBlock',
  labels: { singular: 'Image', plural: 'Images' },
  admin: shownBy('Block', 'ImageCard.tsx#ImageCard'),
  fields: [
    { name: 'image', type: 'upload', relationTo: 'images', required: true, maxDepth: 1 },
    {
      name: 'captionOverride',
      label: 'Caption here',
      type: 'text',
      maxLength: 1000,
      admin: { description: 'Only for this story. Left empty, the caption of the image is used.' },
    },
  ],
}

export const embed: Block = {
  slug: 'embed',
  interfaceName: 'EmbedBlock',
  labels: { singular: 'Embed', plural: 'Embeds' },
  admin: shownBy('Block', 'EmbedCard.tsx#EmbedCard'),
  fields: [
    {
      name: 'url',
      label: 'Link',
      type: 'text',
      required: true,
      maxLength: 2000,
      validate: (value: string | null | undefined) =>
        /^https?:\/\/\S+$/i.test(value ?? '')
          ? true
          : 'Enter the whole address of the post or video, starting with https://',
    },
    {
      name: 'provider',
      type: 'text',
      required: true,
      maxLength: 60,
      admin: {
        description: 'YouTube, Bluesky… Readers get a link card, never somebody else’s script.',
      },
    },
    { name: 'title', type: 'text', maxLength: 200 },
  ],
}

export const inlineQuote: Block = {
  slug: 'inlineQuote',
  interfaceName: 'InlineQuote',
  labels: { singular: 'Quote in a sentence', plural: 'Quotes in sentences' },
  admin: shownBy('Label', 'InlineQuoteLabel.tsx#InlineQuoteLabel'),
  fields: [quoteReference('The words are set here in quotation marks.')],
}

export const citation: Block = {
  slug: 'citation',
  interfaceName: 'Citation',
  labels: { singular: 'Citation', plural: 'Citations' },
  admin: shownBy('Label', 'CitationLabel.tsx#CitationLabel'),
  fields: [
    {
      name: 'source',
      type: 'relationship',
      relationTo: 'sources',
      required: true,
      maxDepth: 1,
    },
    {
      name: 'label',
      label: 'Words in the sentence',
      type: 'text',
      required: true,
      maxLength: 200,
      admin: { description: 'How the sentence names it: “The Wall Street Journal”.' },
    },
    { name: 'url', label: 'Link to the piece', type: 'text', maxLength: 2000 },
  ],
}
