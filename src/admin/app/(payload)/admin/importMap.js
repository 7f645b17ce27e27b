import { PeopleBar as PeopleBar_afa88544426e1634c0a185b8e267da01 } from '../../../../../src/admin/components/presence/PeopleBar.tsx'
import { QuoteBar as QuoteBar_2ba6a11bef237b15699e3ceceb97e779 } from '../../../../../src/admin/components/findQuotes/QuoteBar.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PasteFeatureClient as PasteFeatureClient_344198a264476acb55badddf619ab3b0 } from '../../../../../src/admin/components/paste/PasteFeatureClient.ts'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { QuoteBlockCard as QuoteBlockCard_29ddedd24865b8f2a7a1976b77136c91 } from '../../../../../src/admin/components/blocks/QuoteCards.tsx'
import { PullQuoteCard as PullQuoteCard_29ddedd24865b8f2a7a1976b77136c91 } from '../../../../../src/admin/components/blocks/QuoteCards.tsx'
import { ImageCard as ImageCard_f49c1af987dde4e123767fb4b375818d } from '../../../../../src/admin/components/blocks/ImageCard.tsx'
import { EmbedCard as EmbedCard_a2babf76a1d527676eae7fb83a949a02 } from '../../../../../src/admin/components/blocks/EmbedCard.tsx'
import { InlineQuoteLabel as InlineQuoteLabel_696460e3017bdbf1c4008dc1eb2ca9d4 } from '../../../../../src/admin/components/blocks/InlineQuoteLabel.tsx'
import { CitationLabel as CitationLabel_83305723222c4472521d09450e3fe5fe } from '../../../../../src/admin/components/blocks/CitationLabel.tsx'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { NoteOnWords as NoteOnWords_8df89fefeab5f04059fcaab802d6eebf } from '../../../../../src/admin/components/notes/NoteOnWords.tsx'
import { DoubtLabel as DoubtLabel_d25595683c828332f15b96a5c3dcf918 } from '../../../../../src/admin/components/rows/DoubtLabel.tsx'
import { Threads as Threads_91b210d5afbd76663915bb9cb264d4c3 } from '../../../../../src/admin/components/notes/Threads.tsx'
import { StateCell as StateCell_7cf92295df8ff574e13555c1ea6531f7 } from '../../../../../src/admin/components/cells/StateCell.tsx'
import { WorkflowBox as WorkflowBox_5338f970741b69f556d4d91ce9b0e6e9 } from '../../../../../src/admin/components/workflow/WorkflowBox.tsx'
import { ChecksBox as ChecksBox_7920537222b3d696d977c06b4e159d94 } from '../../../../../src/admin/components/preflight/ChecksBox.tsx'
import { TimeCell as TimeCell_5f3999160c9ae297721d9612927f1080 } from '../../../../../src/admin/components/cells/TimeCell.tsx'
import { StaleDialog as StaleDialog_457ed4712598e174c87491b564607eb5 } from '../../../../../src/admin/components/saves/StaleDialog.tsx'
import { PublishStory as PublishStory_3005044243c920d73cdcfa95aa5d731d } from '../../../../../src/admin/components/change/PublishStory.tsx'
import { Proof as Proof_932a06cabe68f05eaa5e7a1052a8a818 } from '../../../../../src/admin/components/proof/Proof.tsx'
import { VerificationCell as VerificationCell_74cb48abe698100b1c4099867b69b288 } from '../../../../../src/admin/components/cells/VerificationCell.tsx'
import { VerificationField as VerificationField_431ae1097602b67d5da9cad074f13b0d } from '../../../../../src/admin/components/proof/VerificationField.tsx'
import { ImpactDialog as ImpactDialog_d75643f1d8dff62895667ea3095a8198 } from '../../../../../src/admin/components/saves/ImpactDialog.tsx'
import { UnsealButton as UnsealButton_3a4c332870101893bb8d43b1dd986f9a } from '../../../../../src/admin/components/unseal/UnsealButton.tsx'
import { SourceOverview as SourceOverview_27584d068bf52b2032c7ddb95df98a23 } from '../../../../../src/admin/components/sourcePage/SourceOverview.tsx'
import { CaptureLink as CaptureLink_64a6235c6b46527946c5712f11b5d5fd } from '../../../../../src/admin/components/proof/CaptureLink.tsx'
import { ExportLinks as ExportLinks_d1b490bf6130a4eaa98ed8b5d1961647 } from '../../../../../src/admin/components/activity/ExportLinks.tsx'
import { RetryField as RetryField_48ed6d13f31cf67a596bfcc2a034c210 } from '../../../../../src/admin/components/jobs/RetryField.tsx'
import { MailChoice as MailChoice_f65030e11137ad0f834ffbd2210f1dd0 } from '../../../../../src/admin/components/notices/MailChoice.tsx'
import { ReceiverBox as ReceiverBox_2743b8858a5c4d517b6f2ebee6c8a3e1 } from '../../../../../src/admin/components/receivers/ReceiverBox.tsx'
import { KeyBox as KeyBox_593e4685d4db4a924212d3f759ec9f06 } from '../../../../../src/admin/components/keys/KeyBox.tsx'
import { Icon as Icon_ca2343824db4d5c02ad459c9ffff77a9 } from '../../../../../src/admin/components/brand/Icon.tsx'
import { Logo as Logo_c03fd582cc045d817293937e990369ca } from '../../../../../src/admin/components/brand/Logo.tsx'
import { Bell as Bell_2d82e8821d614bdcf3206fc28b85a99c } from '../../../../../src/admin/components/notices/Bell.tsx'
import { ReportsLink as ReportsLink_222d1c9563b832eb4541b38f6a42ed68 } from '../../../../../src/admin/components/reports/ReportsLink.tsx'
import { Desk as Desk_30bb11a6811052b663628ae8aab66c82 } from '../../../../../src/admin/components/desk/Desk.tsx'
import { SavesProvider as SavesProvider_7303f9ad6966c7b3027197ea31a4360a } from '../../../../../src/admin/components/saves/SavesProvider.tsx'
import { ReportsView as ReportsView_5941986257e57f2c226ff1de9be5aa1d } from '../../../../../src/admin/components/reports/ReportsView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/components/presence/PeopleBar.tsx#PeopleBar": PeopleBar_afa88544426e1634c0a185b8e267da01,
  "/src/admin/components/findQuotes/QuoteBar.tsx#QuoteBar": QuoteBar_2ba6a11bef237b15699e3ceceb97e779,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/components/paste/PasteFeatureClient.ts#PasteFeatureClient": PasteFeatureClient_344198a264476acb55badddf619ab3b0,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/components/blocks/QuoteCards.tsx#QuoteBlockCard": QuoteBlockCard_29ddedd24865b8f2a7a1976b77136c91,
  "/src/admin/components/blocks/QuoteCards.tsx#PullQuoteCard": PullQuoteCard_29ddedd24865b8f2a7a1976b77136c91,
  "/src/admin/components/blocks/ImageCard.tsx#ImageCard": ImageCard_f49c1af987dde4e123767fb4b375818d,
  "/src/admin/components/blocks/EmbedCard.tsx#EmbedCard": EmbedCard_a2babf76a1d527676eae7fb83a949a02,
  "/src/admin/components/blocks/InlineQuoteLabel.tsx#InlineQuoteLabel": InlineQuoteLabel_696460e3017bdbf1c4008dc1eb2ca9d4,
  "/src/admin/components/blocks/CitationLabel.tsx#CitationLabel": CitationLabel_83305723222c4472521d09450e3fe5fe,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/components/notes/NoteOnWords.tsx#NoteOnWords": NoteOnWords_8df89fefeab5f04059fcaab802d6eebf,
  "/src/admin/components/rows/DoubtLabel.tsx#DoubtLabel": DoubtLabel_d25595683c828332f15b96a5c3dcf918,
  "/src/admin/components/notes/Threads.tsx#Threads": Threads_91b210d5afbd76663915bb9cb264d4c3,
  "/src/admin/components/cells/StateCell.tsx#StateCell": StateCell_7cf92295df8ff574e13555c1ea6531f7,
  "/src/admin/components/workflow/WorkflowBox.tsx#WorkflowBox": WorkflowBox_5338f970741b69f556d4d91ce9b0e6e9,
  "/src/admin/components/preflight/ChecksBox.tsx#ChecksBox": ChecksBox_7920537222b3d696d977c06b4e159d94,
  "/src/admin/components/cells/TimeCell.tsx#TimeCell": TimeCell_5f3999160c9ae297721d9612927f1080,
  "/src/admin/components/saves/StaleDialog.tsx#StaleDialog": StaleDialog_457ed4712598e174c87491b564607eb5,
  "/src/admin/components/change/PublishStory.tsx#PublishStory": PublishStory_3005044243c920d73cdcfa95aa5d731d,
  "/src/admin/components/proof/Proof.tsx#Proof": Proof_932a06cabe68f05eaa5e7a1052a8a818,
  "/src/admin/components/cells/VerificationCell.tsx#VerificationCell": VerificationCell_74cb48abe698100b1c4099867b69b288,
  "/src/admin/components/proof/VerificationField.tsx#VerificationField": VerificationField_431ae1097602b67d5da9cad074f13b0d,
  "/src/admin/components/saves/ImpactDialog.tsx#ImpactDialog": ImpactDialog_d75643f1d8dff62895667ea3095a8198,
  "/src/admin/components/unseal/UnsealButton.tsx#UnsealButton": UnsealButton_3a4c332870101893bb8d43b1dd986f9a,
  "/src/admin/components/sourcePage/SourceOverview.tsx#SourceOverview": SourceOverview_27584d068bf52b2032c7ddb95df98a23,
  "/src/admin/components/proof/CaptureLink.tsx#CaptureLink": CaptureLink_64a6235c6b46527946c5712f11b5d5fd,
  "/src/admin/components/activity/ExportLinks.tsx#ExportLinks": ExportLinks_d1b490bf6130a4eaa98ed8b5d1961647,
  "/src/admin/components/jobs/RetryField.tsx#RetryField": RetryField_48ed6d13f31cf67a596bfcc2a034c210,
  "/src/admin/components/notices/MailChoice.tsx#MailChoice": MailChoice_f65030e11137ad0f834ffbd2210f1dd0,
  "/src/admin/components/receivers/ReceiverBox.tsx#ReceiverBox": ReceiverBox_2743b8858a5c4d517b6f2ebee6c8a3e1,
  "/src/admin/components/keys/KeyBox.tsx#KeyBox": KeyBox_593e4685d4db4a924212d3f759ec9f06,
  "/src/admin/components/brand/Icon.tsx#Icon": Icon_ca2343824db4d5c02ad459c9ffff77a9,
  "/src/admin/components/brand/Logo.tsx#Logo": Logo_c03fd582cc045d817293937e990369ca,
  "/src/admin/components/notices/Bell.tsx#Bell": Bell_2d82e8821d614bdcf3206fc28b85a99c,
  "/src/admin/components/reports/ReportsLink.tsx#ReportsLink": ReportsLink_222d1c9563b832eb4541b38f6a42ed68,
  "/src/admin/components/desk/Desk.tsx#Desk": Desk_30bb11a6811052b663628ae8aab66c82,
  "/src/admin/components/saves/SavesProvider.tsx#SavesProvider": SavesProvider_7303f9ad6966c7b3027197ea31a4360a,
  "/src/admin/components/reports/ReportsView.tsx#ReportsView": ReportsView_5941986257e57f2c226ff1de9be5aa1d,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
