import { Socket } from 'node:net'

/** Where this process connects to, by whatever library. */
export interface ConnectionWatch {
  /** Each host and port once, such as `127.0.0.1:4300`. */
  readonly places: ReadonlySet<string>
  end(): void
}

type Connect = (this: Socket, ...given: unknown[]) => Socket

/** Writes down every connection that is begun, until the end. */
export function watchConnections(): ConnectionWatch {
  const places = new Set<string>()
  const prototype = Socket.prototype as unknown as { connect: Connect }
  const real = prototype.connect
  prototype.connect = function connect(...given) {
    // `net.connect` hands over a list in a list.
    const first = (Array.isArray(given[0]) ? given[0][0] : given[0]) as { host?: string; port?: unknown }
    places.add(`${first?.host ?? 'localhost'}:${first?.port}`)
    return real.apply(this, given)
  }
  return { places, end: () => void (prototype.connect = real) }
}
