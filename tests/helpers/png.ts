import assert from 'node:assert/strict'
import { inflateSync } from 'node:zlib'

/** A picture's size, and its dots row by row: red, green, blue and opacity, 0 to 255. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly dots: readonly (readonly [red: number, green: number, blue: number, opacity: number])[]
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const RGB = 2
const RGBA = 6

/** Reads a PNG of 8 bits a channel, without palette and not interlaced. */
export function readPng(bytes: Buffer): Picture {
  assert.ok(bytes.subarray(0, 8).equals(SIGNATURE), 'no PNG')
  const packed: Buffer[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(bytes.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const [depth, kind, , , interlaced] = bytes.subarray(24, 29)
  assert.ok(
    depth === 8 && (kind === RGB || kind === RGBA) && interlaced === 0,
    'a kind of PNG that is not read here',
  )
  const channels = kind === RGB ? 3 : 4
  const lines = unfilter(inflateSync(Buffer.concat(packed)), width * channels, channels)
  const dots = Array.from({ length: width * height }, (_, dot) => {
    const [red, green, blue, opacity = 255] = lines.subarray(dot * channels, (dot + 1) * channels)
    return [red!, green!, blue!, opacity] as const
  })
  return { width, height, dots }
}

/** Undoes the filter that the first byte of each line names. */
function unfilter(data: Buffer, stride: number, channels: number): Buffer {
  const count = data.length / (stride + 1)
  const out = Buffer.alloc(count * stride)
  for (let line = 0; line < count; line++)
    for (let at = 0; at < stride; at++) {
      const here = line * stride + at
      const left = at < channels ? 0 : out[here - channels]!
      const up = line === 0 ? 0 : out[here - stride]!
      const corner = at < channels || line === 0 ? 0 : out[here - stride - channels]!
      out[here] = data[line * (stride + 1) + 1 + at]! + guess(data[line * (stride + 1)]!, left, up, corner)
    }
  return out
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [byLeft, byUp, byCorner] = [left, up, corner].map((value) => Math.abs(left + up - corner - value))
  return byLeft! <= byUp! && byLeft! <= byCorner! ? left : byUp! <= byCorner! ? up : corner
}
