'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { PastePlugin } from '#src/admin/components/paste/PastePlugin.tsx'

/** Cleans what comes from the clipboard before it enters the body. */
export const PasteFeatureClient = createClientFeature({
  plugins: [{ Component: PastePlugin, position: 'normal' }],
})
