export { createDelivery, type Delivery } from './create-delivery.js'
export type { DeliveryLog, DeliveryParts } from './parts.js'
export type { Tally } from './tally.js'
