// Installs Klartext's dependencies and says what is going on meanwhile: one of them is compiled for this machine.
import { spawn } from 'node:child_process'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node.js: found ${process.versions.node}, expected 20.19 or newer. Install a newer Node.js and run this again.`,
  )
  process.exit(1)
}

console.log(
  'Klartext wird eingerichtet. Die eingebettete Datenbank wird für diesen Rechner übersetzt, das dauert ein bis drei Minuten.',
)
console.log(
  'Setting up Klartext. The embedded database is compiled for this machine, which takes one to three minutes.',
)

const started = Date.now()
const seconds = () => Math.round((Date.now() - started) / 1000)
const heartbeat = setInterval(() => console.log(`… ${seconds()} s`), 15_000)
const install = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
})

install.once('error', (error) => {
  clearInterval(heartbeat)
  console.error(`npm: found ${error.message}, expected npm on the PATH. Install npm and run this again.`)
  process.exitCode = 1
})
install.once('exit', (code) => {
  clearInterval(heartbeat)
  if (code === 0) console.log(`Fertig nach ${seconds()} s. / Done after ${seconds()} s.`)
  else
    console.error(
      'npm ci did not succeed; its message stands above. If the database did not compile, Python 3, make and a C++ compiler are missing (Debian: apt-get install python3 make g++).',
    )
  process.exitCode = code ?? 1
})
