/** An Adaptive Card of version 1.5, as it goes over the wire. */
export type Card = Readonly<Record<string, unknown>> & { readonly type: 'AdaptiveCard' }
