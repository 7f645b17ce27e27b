/** What every resolver of one query is given. */
import type { DeliveryContext } from '../context.ts'
import type { Loaders } from './loaders.ts'

export type QueryContext = { context: DeliveryContext; loaders: Loaders }
