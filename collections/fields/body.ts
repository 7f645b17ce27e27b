import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  createServerFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { RichTextField } from 'payload'
import { citation, embed, imageBlock, inlineQuote, pullQuote, quoteBlock } from './blocks.ts'

/** Word, Google Docs and web pages come in as what a story can hold: `src/imports/pastedHtml.ts`. */
const CleanPasteFeature = createServerFeature({
  key: 'cleanPaste',
  feature: {
    ClientFeature: '/src/admin/components/paste/PasteFeatureClient.ts#PasteFeatureClient',
  },
})

/** The editor of a story's body. What is not listed here cannot get in, not even by pasting. */
export const bodyField: RichTextField = {
  name: 'body',
  type: 'richText',
  maxDepth: 1,
  editor: lexicalEditor({
    features: [
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
      UnorderedListFeature(),
      OrderedListFeature(),
      BlockquoteFeature(),
      BoldFeature(),
      ItalicFeature(),
      UnderlineFeature(),
      StrikethroughFeature(),
      SubscriptFeature(),
      SuperscriptFeature(),
      InlineCodeFeature(),
      LinkFeature({ enabledCollections: ['articles'], maxDepth: 0 }),
      HorizontalRuleFeature(),
      BlocksFeature({
        blocks: [quoteBlock, pullQuote, imageBlock, embed],
        inlineBlocks: [inlineQuote, citation],
      }),
      CleanPasteFeature(),
      FixedToolbarFeature(),
      InlineToolbarFeature(),
    ],
  }),
}
