import type { CollectionConfig } from 'payload'
import { desk, internal, newsroom, newsroomUntilPublic, publicOrSignedIn } from './access.ts'
import { createdByField, isPublicField, usedInArticles } from './fields/derived.ts'
import { keepCredit, readCredit } from '#src/editorial/media/imageMetadata.ts'
import { impactEndpoint } from '#src/editorial/quotes/impact.ts'
import { refreshStories } from '#src/editorial/publishing/refreshHook.ts'
import { guardDelete } from '#src/editorial/quotes/whereUsed.ts'

/** Pictures with their rights. What the file says of itself is read at upload; GPS never leaves the newsroom. */
export const images: CollectionConfig = {
  slug: 'images',
  admin: {
    useAsTitle: 'alt',
    group: 'Newsroom',
    defaultColumns: ['filename', 'alt', 'creator', 'credit', 'rightsCategory'],
    listSearchableFields: ['filename', 'alt', 'caption', 'creator', 'credit'],
    description: 'Pictures with credit and rights, and where each is used.',
  },
  access: {
    create: newsroom,
    read: publicOrSignedIn,
    update: newsroomUntilPublic,
    delete: desk,
    readVersions: desk,
  },
  versions: false,
  defaultPopulate: {
    alt: true,
    caption: true,
    credit: true,
    filename: true,
    url: true,
    thumbnailURL: true,
    mimeType: true,
    width: true,
    height: true,
    focalX: true,
    focalY: true,
    sizes: true,
  },
  defaultSort: '-createdAt',
  indexes: [{ fields: ['rightsCategory', 'createdAt'] }],
  upload: {
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    focalPoint: true,
    crop: true,
    pasteURL: false,
    // Rewriting the original drops EXIF with its GPS position; credit goes back in below.
    formatOptions: { format: 'jpeg', options: { quality: 88, mozjpeg: true } },
    withMetadata: keepCredit,
    imageSizes: [
      { name: 'thumbnail', width: 400, height: 300, position: 'centre' },
      { name: 'medium', width: 800 },
      { name: 'large', width: 1600, withoutEnlargement: true },
      { name: 'share', width: 1200, height: 630, position: 'centre' },
    ],
    adminThumbnail: 'thumbnail',
  },
  endpoints: [impactEndpoint('images')],
  hooks: {
    beforeOperation: [readCredit],
    afterChange: [refreshStories('images')],
    beforeDelete: [guardDelete('images')],
  },
  fields: [
    {
      name: 'alt',
      label: 'Alternative text',
      type: 'text',
      required: true,
      maxLength: 500,
      admin: { description: 'What the picture shows, for someone who cannot see it.' },
    },
    { name: 'caption', type: 'textarea', maxLength: 1000 },
    {
      type: 'row',
      fields: [
        {
          name: 'creator',
          type: 'text',
          maxLength: 200,
          admin: { description: 'Who made it: the photographer, the channel.' },
        },
        {
          name: 'credit',
          label: 'Credit line',
          type: 'text',
          maxLength: 300,
          admin: { description: 'As it is printed: Jane Doe / Agency.' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'rightsCategory',
          type: 'select',
          required: true,
          defaultValue: 'unknown',
          index: true,
          options: [
            { label: 'Staff', value: 'staff' },
            { label: 'Agency', value: 'agency' },
            { label: 'Freelance', value: 'freelance' },
            { label: 'Handout', value: 'handout' },
            { label: 'Screengrab or social', value: 'screengrab' },
            { label: 'Creative Commons', value: 'creative-commons' },
            { label: 'Public domain', value: 'public-domain' },
            { label: 'Generated', value: 'generated' },
            { label: 'Not known yet', value: 'unknown' },
          ],
          admin: {
            description: 'How we may use it. “Not known yet” asks for a look before publication.',
          },
        },
        { name: 'sourceUrl', label: 'Where it comes from', type: 'text', maxLength: 2000 },
      ],
    },
    { name: 'copyrightNotice', type: 'text', maxLength: 500 },
    { name: 'licenceUrl', label: 'Licence (link)', type: 'text', maxLength: 2000 },
    {
      name: 'digitalSourceType',
      type: 'text',
      maxLength: 200,
      admin: {
        description: 'IPTC term: how the picture came to be. Read from the file where it says so.',
      },
    },
    {
      name: 'permissions',
      labels: { singular: 'Permission', plural: 'Permissions' },
      type: 'array',
      access: { read: internal },
      admin: { description: 'What we may do, from when to when.' },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'access',
              type: 'select',
              required: true,
              options: [
                { label: 'May use', value: 'allow-use' },
                { label: 'Must not use', value: 'deny-use' },
                { label: 'May syndicate', value: 'allow-syndication' },
                { label: 'Must not syndicate', value: 'deny-syndication' },
              ],
            },
            { name: 'from', type: 'date' },
            { name: 'until', type: 'date' },
          ],
        },
        { name: 'note', type: 'text', maxLength: 500 },
      ],
    },
    {
      name: 'fileMetadata',
      label: 'What the file said of itself',
      type: 'json',
      access: { read: internal },
      admin: {
        readOnly: true,
        description: 'IPTC, XMP and EXIF as found at upload, without the position.',
      },
    },
    isPublicField,
    createdByField,
    usedInArticles('imagesUsed'),
  ],
}
