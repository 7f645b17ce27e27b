/**
 * What a picture says of itself. Read at upload, kept as fields, and written back into what readers get;
 * where it was taken (GPS) never leaves the newsroom, and is not kept.
 */
import ExifReader from 'exifreader'
import sharp from 'sharp'
import type { CollectionBeforeOperationHook } from 'payload'
import { creditFields, type CreditFields } from '#src/rights/photoMetadata.ts'
import { refuse } from '#src/editorial/requests/problems.ts'

/** The greatest picture that is opened: 100 megapixels. A small file can unpack to far more. */
const MAX_PIXELS = 100_000_000

/** Keeps the (cleaned) metadata of the original in every size that is made from it. */
export const keepCredit = (): Promise<boolean> => Promise.resolve(true)

/**
 * Reads the credit from an uploaded file into the record's empty fields, and rewrites the file without
 * EXIF. Refuses, in words, what is not the picture it claims to be.
 */
export const readCredit: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file?.data?.length) return args
  const { data: bytes } = req.file
  const metadata = readTags(bytes)
  const found = creditFields(metadata)
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, animated: true }).rotate()
    const { xmp } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata()
    const cleaned = xmp ? withoutPosition(xmp.toString('utf8')) : null
    req.file.data = await (cleaned ? image.withXmp(cleaned) : image).toBuffer()
    req.file.size = req.file.data.length
  } catch {
    refuse('images', [unreadable(req.file.name)])
  }
  const operationArgs = args as { data?: Record<string, unknown> }
  return { ...args, data: { ...filled(operationArgs.data ?? {}, found), fileMetadata: metadata } }
}

const unreadable = (name: string) => ({
  code: 'image-unreadable',
  severity: 'error' as const,
  path: 'file',
  message: `“${name}” cannot be opened as a picture, or has more than ${MAX_PIXELS / 1e6} megapixels.`,
  fix: 'Save it again as JPEG, PNG, WebP or AVIF in a smaller size, and upload that.',
})

/** What the editor typed wins over what the file says. */
const filled = (typed: Record<string, unknown>, found: CreditFields): Record<string, unknown> => {
  const isEmpty = (value: unknown) => value === undefined || value === null || value === ''
  const missing = Object.entries(found).filter(([field, value]) => value && isEmpty(typed[field]))
  return { ...typed, ...Object.fromEntries(missing) }
}

/** Tags as `{ name: text }`, positions and binary left out. Never throws: metadata is written by strangers. */
const readTags = (bytes: Buffer): Record<string, string> => {
  try {
    const tags = ExifReader.load(bytes)
    return Object.fromEntries(
      Object.entries(tags)
        .filter(([name]) => !/^(gps|thumbnail|makernote|images$|base64)/i.test(name))
        .map(([name, tag]): [string, string] => [name, String(tag?.description ?? '')])
        .filter(([, text]) => text !== '' && text.length <= 2000),
    )
  } catch {
    return {}
  }
}

/** XMP repeats the EXIF position under names of its own. */
const withoutPosition = (xmp: string): string =>
  xmp
    .replace(/<exif:GPS\w+[^>]*\/>|<exif:GPS\w+[^>]*>[\s\S]*?<\/exif:GPS\w+>/g, '')
    .replace(/\sexif:GPS\w+="[^"]*"/g, '')
