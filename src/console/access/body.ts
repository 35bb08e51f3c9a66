import express, { type Request, type RequestHandler, type Response } from 'express'
import multer, { MulterError } from 'multer'
import { UserError } from '../../errors.js'

/** Bytes of all fields of a form together. */
const LONGEST = 1024 * 1024

/** Fields of one form. */
const MOST = 2000

/** What came with a form. */
export interface Sent {
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** Null where none came, or it was left out. */
  readonly file: Uint8Array | null
  /** Whether it may bring a file. */
  readonly upload: boolean
}

/** A form that cannot be taken. */
export class BadBody extends Error {
  override readonly name = 'BadBody'

  constructor(
    readonly status: 413 | 415,
    options?: ErrorOptions,
  ) {
    super(`form refused: ${status}`, options)
  }
}

const urlencoded = express.urlencoded({ extended: false, limit: LONGEST, parameterLimit: MOST })

const parts = (bytes: number, keep: boolean) =>
  multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: bytes, files: 1, fields: MOST, fieldSize: LONGEST, parts: MOST + 1, headerPairs: 20 },
    fileFilter: (_req, _file, take) => take(null, keep),
  }).any()

const run = (handler: RequestHandler, req: Request, res: Response) =>
  new Promise<void>((resolve, reject) => {
    void handler(req, res, (error?: unknown) => (error ? reject(error) : resolve()))
  })

/**
 * Reads a form. Where the file is not to be kept, its bytes pass by unseen.
 * @param upload bytes that its file may have; undefined where it may bring none
 * @throws BadBody where it is too long, or no form at all
 */
export async function readBody(
  req: Request,
  res: Response,
  upload: number | undefined,
  keepFile: boolean,
): Promise<Sent> {
  const multipart = upload !== undefined && Boolean(req.is('multipart/form-data'))
  if (!multipart && !req.is('application/x-www-form-urlencoded')) throw new BadBody(415)
  // Browsers say how long a form is. Where nobody does, each of its parts could be as long as all may be together.
  if (multipart && !(Number(req.headers['content-length']) <= upload + LONGEST)) throw new BadBody(413)
  try {
    await run(multipart ? parts(upload, keepFile) : urlencoded, req, res)
  } catch (cause) {
    throw new BadBody(isTooBig(cause) ? 413 : 415, { cause })
  }
  const files = Array.isArray(req.files) ? req.files : []
  return { fields: fieldsOf(req.body), file: files[0]?.buffer ?? null, upload: multipart }
}

const isTooBig = (error: unknown): boolean =>
  error instanceof MulterError
    ? error.code.startsWith('LIMIT_')
    : (error as { status?: unknown } | null)?.status === 413

function fieldsOf(body: unknown): Map<string, readonly string[]> {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>)
  return new Map(
    entries.map(([name, value]) => [
      name,
      // Names with brackets would make objects of them; nobody here has any.
      [value].flat().flatMap((one) => (typeof one === 'string' ? one.replace(/\r\n?/g, '\n') : [])),
    ]),
  )
}

/**
 * The text of an uploaded file.
 * @throws UserError where it is no UTF-8
 */
export function textOf(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch (cause) {
    throw new UserError(
      'file',
      'bytes that are no text in UTF-8',
      'a text file in UTF-8',
      'Save it as UTF-8.',
      {
        cause,
      },
    )
  }
}
