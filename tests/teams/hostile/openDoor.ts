import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { ActivityShape } from '../../../adapters/teams/door/activity.js'
import { door } from '../../../adapters/teams/door/index.js'
import { createKeys } from '../../../adapters/teams/door/keys.js'
import { microsoft as addresses } from '../../../adapters/teams/door/microsoft.js'
import { outside } from '../../../adapters/teams/door/outside.js'
import { createTokenCheck } from '../../../adapters/teams/door/token.js'
import type { TeamsOptions } from '../../../adapters/teams/options.js'
import type { Teams } from '../stand-in/index.js'

/** What differs from the usual. */
export interface DoorGiven {
  readonly options?: Partial<Pick<TeamsOptions, 'standIn' | 'playground'>>
  /** Milliseconds by which the clock that keys go by is ahead. */
  readonly ahead?: () => number
  readonly host?: string
}

/** The door alone, with nothing behind it but a list of what was let in. */
export async function openDoor({ app, tenant, origin }: Teams, given: DoorGiven = {}) {
  const { ahead = () => 0, host = '127.0.0.1' } = given
  const letIn: ActivityShape[] = []
  const logged: string[] = []
  const write = (_fields: object, message: string) => void logged.push(message)
  const log = { debug: write, info: write, warn: write, error: write } as never
  const options = { tenant, standIn: origin, ...given.options } as TeamsOptions
  const microsoft = addresses(options)
  const keys = createKeys(microsoft, outside(microsoft), log, () => Date.now() + ahead())
  const routes = door({
    ...{ options, microsoft, log },
    checkToken: createTokenCheck(microsoft, app.id, keys),
    async handle(activity) {
      letIn.push(activity)
      return { status: 200 }
    },
  })
  const server = createServer(express().use(routes))
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    ...{ letIn, logged, port },
    address: `http://127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/teams/messages`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type Door = Awaited<ReturnType<typeof openDoor>>
