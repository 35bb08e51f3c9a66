/**
 * Signed Slack events a second, end to end, with SQLite on one core, beside a bare Bolt app without a handler in the
 * same run; and how long an acknowledgement takes at 50 messages a second. Every message is new and by somebody who
 * takes part. Usage: npm --prefix bench install; npm run build; node --import tsx bench/slack.ts [SECONDS]
 */
import { type ChildProcess, fork } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../src/package-root.js'
import { startSlack } from '../tests/slack/stand-in/index.js'

interface Result {
  readonly requests: { readonly average: number; readonly total: number }
  readonly latency: { readonly p50: number; readonly p99: number; readonly max: number }
  readonly non2xx: number
  readonly errors: number
}
type Request = { method: string; path: string; headers: object; body: string }
type Cannon = (options: object) => Promise<Result>

const cannon = createRequire(join(packageRoot, 'bench/package.json'))('autocannon') as Cannon
const seconds = Number(process.argv[2] ?? 10)
const PEOPLE = 200
const ROUNDS = 3

// As in a chat: most messages deserve no hint, one in twenty does; each with a running number.
const folder = join(packageRoot, 'tests/blind')
const read = readdirSync(folder).flatMap((name) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { readonly text: string; readonly labels?: readonly string[] }),
)
const telling = read.filter(({ labels = [] }) => labels.length > 0)
const harmless = read.filter(({ labels = [] }) => labels.length === 0)
const textOf = (number: number): string => {
  const from = number % 20 === 0 ? telling : harmless
  return `${from[number % from.length]!.text} ${number}`
}

const slack = await startSlack()
const workspace = slack.addWorkspace({})
const people = Array.from({ length: PEOPLE }, () => slack.addUser(workspace).id)
const channel = slack.addChannel(workspace, { members: people }).id
const secret = slack.app.signingSecret

function signed(type: string, body: string): Request {
  const time = String(Math.floor(Date.now() / 1000))
  const hash = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': time,
    'x-slack-signature': `v0=${hash}`,
  }
  return { method: 'POST', path: '/slack/events', headers, body }
}

let count = 0
const base = Math.floor(Date.now() / 1000)

/** A message that was never sent before. */
function fresh(request: object): object {
  count++
  const user = people[count % PEOPLE]
  const ts = `${base + Math.floor(count / 100_000)}.${String(count % 100_000).padStart(6, '0')}`
  const event = {
    type: 'message',
    channel,
    channel_type: 'channel',
    user,
    text: textOf(count),
    ts,
    event_ts: ts,
    team: workspace.id,
  }
  const envelope = {
    token: 'x',
    team_id: workspace.id,
    api_app_id: slack.app.id,
    type: 'event_callback',
    event_id: `Ev${count}`,
    event_time: base,
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.id,
        user_id: workspace.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event,
  }
  return { ...request, ...signed('application/json', JSON.stringify(envelope)) }
}

/** A server pinned to the first core, where there is a second one for the load. */
async function serve(
  kind: 'bare' | 'klartext',
  data: string,
): Promise<{ child: ChildProcess; address: string }> {
  const child = fork(join(packageRoot, 'bench/slack-server.ts'), [kind], {
    execPath: availableParallelism() > 1 ? 'taskset' : process.execPath,
    execArgv:
      availableParallelism() > 1 ? ['-c', '0', process.execPath, '--import', 'tsx'] : ['--import', 'tsx'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      KLARTEXT_PORT: '0',
      KLARTEXT_DATA: data,
      KLARTEXT_LOG_LEVEL: 'error',
      KLARTEXT_SLACK_BOT_TOKEN: workspace.botToken,
      KLARTEXT_SLACK_SIGNING_SECRET: secret,
      KLARTEXT_SLACK_MODE: 'http',
      KLARTEXT_SLACK_API: slack.apiUrl,
    },
  })
  const [address] = (await once(child, 'message')) as [string]
  return { child, address }
}

async function join_(address: string): Promise<void> {
  for (const user of people) {
    const body = new URLSearchParams({
      command: '/klartext',
      text: 'an',
      user_id: user,
      team_id: workspace.id,
      channel_id: channel,
      trigger_id: '1',
    })
    const { path, ...request } = signed('application/x-www-form-urlencoded', String(body))
    const response = await fetch(address + path, request as RequestInit)
    if (!response.ok) throw new Error(`opt-in answered ${response.status}`)
    await response.text()
  }
}

const load = (address: string, more: object): Promise<Result> =>
  cannon({ url: address, requests: [{ setupRequest: fresh }], duration: seconds, ...more })

interface Usage {
  /** In microseconds. */
  readonly cpu: NodeJS.CpuUsage
  /** In MiB. */
  readonly rss: number
}

async function usage(child: ChildProcess): Promise<Usage> {
  child.send('usage')
  const [answer] = (await once(child, 'message')) as [Usage]
  return answer
}

async function measure(kind: 'bare' | 'klartext') {
  const data = mkdtempSync(join(tmpdir(), 'klartext-bench-'))
  const { child, address } = await serve(kind, data)
  try {
    if (kind === 'klartext') await join_(address)
    await load(address, { connections: 64, duration: 3 })
    const before = await usage(child)
    const full = await load(address, { connections: 64 })
    const after = await usage(child)
    const steady = await load(address, { connections: 10, overallRate: 50 })
    const cpu =
      (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / full.requests.total
    return { full, steady, cpu, rss: (await usage(child)).rss }
  } finally {
    child.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true })
  }
}

const ratios: number[] = []
for (let round = 1; round <= ROUNDS; round++) {
  const bare = await measure('bare')
  const ours = await measure('klartext')
  const ratio = ours.full.requests.average / bare.full.requests.average
  ratios.push(ratio)
  for (const [name, { full, steady, cpu, rss }] of Object.entries({ 'bare Bolt': bare, Klartext: ours }))
    console.log(
      `round ${round}  ${name.padEnd(10)} ${full.requests.average.toFixed(0).padStart(6)} events/s  ` +
        `at 50/s: p50 ${steady.latency.p50} ms, p99 ${steady.latency.p99} ms, max ${steady.latency.max} ms  ` +
        `${cpu.toFixed(0)} µs CPU an event  ${rss.toFixed(0)} MB  refused ${full.non2xx + steady.non2xx}, failed ${full.errors + steady.errors}`,
    )
  console.log(`round ${round}  ratio ${ratio.toFixed(2)}`)
}
ratios.sort((a, b) => a - b)
console.log(`median ratio ${ratios[Math.floor(ratios.length / 2)]!.toFixed(2)}`)
await slack.close()
process.exit(0)
