// Sends the same request again and again, so many times a second, in a thread of its own.
const { Agent, request } = require('node:http')
const { parentPort, workerData } = require('node:worker_threads')

const { url, headers, body, rate, seconds } = workerData
const agent = new Agent({ keepAlive: true, maxSockets: 100 })
const statuses = {}
const begun = performance.now()
let [sent, answered] = [0, 0]

function count(status) {
  statuses[status] = (statuses[status] ?? 0) + 1
  if (++answered === rate * seconds) parentPort.postMessage({ statuses, ms: performance.now() - begun })
}

function send() {
  const asked = request(url, { method: 'POST', agent, headers }, (response) => {
    response.resume()
    response.on('end', () => count(response.statusCode))
  })
  asked.on('error', () => count(0))
  asked.end(body)
}

const timer = setInterval(() => {
  const due = Math.min(rate * seconds, ((performance.now() - begun) * rate) / 1000)
  while (sent < due) {
    sent++
    send()
  }
  if (sent >= rate * seconds) clearInterval(timer)
}, 5)
