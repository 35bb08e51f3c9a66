import { Form } from '../form.js'
import type { ConsentParts } from './consent.js'

/** Asks once more before everything goes. */
export const ErasePage = ({ visit, chat, words }: ConsentParts) => (
  <section class="card stack">
    <p>{chat.home.eraseText}</p>
    <p class="hint">{words.eraseNot}</p>
    <div class="row">
      <Form visit={visit} action="/me/erase" class="row">
        <button type="submit" class="button button--danger">
          {chat.home.erase}
        </button>
      </Form>
      <a class="button" href="/console/me">
        {chat.home.eraseNo}
      </a>
    </div>
  </section>
)

/** Says that it is done. */
export const ErasedPage = ({ words }: Pick<ConsentParts, 'words'>) => (
  <section class="card stack">
    <p>{words.erased}</p>
    <p class="hint">{words.erasedAgain}</p>
  </section>
)
