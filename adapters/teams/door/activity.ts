import { z } from 'zod'

/** What every activity of Teams must say of itself before anything else of it is looked at. */
export const activityShape = z.looseObject({
  type: z.string().min(1).max(64),
  channelId: z.literal('msteams'),
  serviceUrl: z.string().max(512),
  conversation: z.looseObject({ id: z.string().max(1024), tenantId: z.string().optional() }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).optional(),
})

export type ActivityShape = z.infer<typeof activityShape>

/** Whether it belongs to this tenant; what does not say so, or names another one as well, does not. */
export function isOf(tenant: string, { channelData, conversation }: ActivityShape): boolean {
  const named = [channelData?.tenant?.id, conversation.tenantId].filter((id) => id !== undefined)
  return named.length > 0 && named.every((id) => id.toLowerCase() === tenant)
}
