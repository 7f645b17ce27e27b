import { formatAdminURL } from 'payload/shared'

/** The address of a record in the panel. */
export const recordLink = (adminRoute: string, collection: string, id: string): string =>
  formatAdminURL({ adminRoute, path: `/collections/${collection}/${id}` })

/** The address of a list, narrowed to records whose field has one of the values; `[]` stands for empty. */
export const listLink = (
  adminRoute: string,
  collection: string,
  anyOf: readonly (readonly [field: string, operator: string, value: string])[],
): string => {
  const query = new URLSearchParams()
  anyOf.forEach(([field, operator, value], index) => {
    query.set(`where[or][${index}][and][0][${field}][${operator}]`, value)
  })
  const path: `/${string}` = `/collections/${collection}`
  return `${formatAdminURL({ adminRoute, path })}?${query.toString()}`
}
