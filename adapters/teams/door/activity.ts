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

/** Whose activity it is; undefined where it does not say. */
export function tenantOf({ channelData, conversation }: ActivityShape): string | undefined {
  return (channelData?.tenant?.id ?? conversation.tenantId)?.toLowerCase()
}
