// What htmx does not do: the dark view, checking while typing, notes on hover, words for screen readers.
// Loaded in the head, before the page is drawn; so everything listens on the document.
;(() => {
  const root = document.documentElement
  root.classList.add('js')
  const byId = (id) => document.getElementById(id)

  // --- Light and dark ---------------------------------------------------------
  const wantsDark = () =>
    root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  const remembered = (() => {
    try {
      return localStorage.getItem('klartext-theme')
    } catch {
      return null
    }
  })()
  if (remembered === 'dark' || remembered === 'light') root.dataset.theme = remembered
  const showTheme = () => {
    for (const toggle of document.querySelectorAll('[data-theme-toggle]')) {
      toggle.setAttribute('aria-pressed', String(wantsDark()))
    }
  }
  document.addEventListener('DOMContentLoaded', showTheme)

  // --- Checking while typing --------------------------------------------------
  const pause = 400
  let typing
  const checkSoon = (field) => {
    clearTimeout(typing)
    typing = setTimeout(() => {
      if (field.isConnected && byId('checking')?.value === '1') field.dispatchEvent(new CustomEvent('draft'))
    }, pause)
  }
  document.addEventListener('input', (event) => {
    if (event.target.id === 'text') checkSoon(event.target)
  })
  document.addEventListener('submit', () => clearTimeout(typing), true)
  document.addEventListener('keydown', (event) => {
    const sends =
      event.key === 'Enter' && !event.shiftKey && !event.isComposing && matchMedia('(pointer: fine)').matches
    if (event.target.id !== 'text' || !sends) return
    event.preventDefault()
    event.target.form.requestSubmit(event.target.form.querySelector('.send'))
  })

  // --- Notes on a draft: hover, focus, tap; Escape closes ---------------------
  let marked = null
  let closing
  const explain = (mark) => {
    const box = byId('explain')
    clearTimeout(closing)
    if (!box?.showPopover || mark === marked) return
    marked = mark
    const notes = mark.dataset.notes
      .split(' ')
      .flatMap((id) => [...(byId(id)?.cloneNode(true).childNodes ?? [])])
    box.replaceChildren(...notes)
    box.showPopover()
    const at = mark.getClientRects()[0]
    const left = Math.max(12, Math.min(at.left, innerWidth - box.offsetWidth - 12))
    const above = at.top - box.offsetHeight - 8
    box.style.left = `${left}px`
    box.style.top = `${above >= 8 ? above : at.bottom + 8}px`
  }
  const hush = () => {
    clearTimeout(closing)
    if (marked) byId('explain')?.hidePopover()
    marked = null
  }
  const hushSoon = () => {
    clearTimeout(closing)
    closing = setTimeout(hush, 200)
  }
  document.addEventListener('pointerover', (event) => {
    const mark = event.target.closest('.mark')
    if (mark) explain(mark)
    else if (event.target.closest('#explain')) clearTimeout(closing)
    else if (marked && marked !== document.activeElement) hushSoon()
  })
  document.addEventListener('focusin', (event) => {
    const mark = event.target.closest('.mark')
    if (mark) explain(mark)
    else hush()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hush()
    if (event.target.matches('.mark') && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      explain(event.target)
    }
  })
  document.addEventListener('scroll', hush, true)

  // --- Clicks -----------------------------------------------------------------
  document.addEventListener(
    'click',
    (event) => {
      const { target } = event
      if (target.closest('.check')) byId('checking').value = '1'
      if (target.closest('[data-close]')) target.closest('.notice').remove()
      if (target.closest('.mark')) explain(target.closest('.mark'))
      else if (marked && !target.closest('#explain')) hush()
      if (target.closest('[data-theme-toggle]')) {
        root.dataset.theme = wantsDark() ? 'light' : 'dark'
        try {
          localStorage.setItem('klartext-theme', root.dataset.theme)
        } catch {
          // Without storage the choice lasts as long as the page.
        }
        showTheme()
      }
    },
    true,
  )

  // --- The question before deleting -------------------------------------------
  document.addEventListener('htmx:confirm', (event) => {
    const { ctx, issueRequest, dropRequest } = event.detail
    const dialog = byId('confirm')
    if (!ctx.confirm || !dialog?.showModal) return
    event.preventDefault()
    byId('confirm-text').textContent = ctx.confirm
    dialog.returnValue = 'no'
    dialog.showModal()
    dialog.addEventListener('close', () => (dialog.returnValue === 'yes' ? issueRequest() : dropRequest()), {
      once: true,
    })
  })

  // --- After each update ------------------------------------------------------
  const said = new Set()
  const announce = (text) => {
    const announcer = byId('announcer')
    if (announcer) announcer.textContent = text
  }
  // A card may be taller than the room: then its beginning counts. Nobody who reads further up is disturbed.
  const reveal = (card) => {
    const room = card.closest('.scroll')
    const tall = card.offsetHeight > room.clientHeight
    if (tall && room.scrollTop > -room.clientHeight) card.scrollIntoView({ block: 'start' })
  }
  const hear = (aloud) => {
    for (const item of document.querySelectorAll('#messages [data-announce]')) {
      if (aloud && !said.has(item.id)) {
        announce(item.dataset.announce)
        if (item.matches('.card')) reveal(item)
      }
      said.add(item.id)
    }
  }
  // The card that was answered: its thanks have the focus of the button that is gone, whichever update comes first.
  let answered = null
  document.addEventListener(
    'submit',
    ({ target }) => (answered = target.matches('.answers') ? target.closest('.card')?.id : null),
    true,
  )
  document.addEventListener('focusin', ({ target }) => {
    if (!target.closest('.card__thanks')) answered = null
  })
  let draft = ''
  let fading
  document.addEventListener('DOMContentLoaded', () => hear(false))
  document.addEventListener('htmx:after:swap', (event) => {
    hear(true)
    if (marked && !marked.isConnected) hush()
    const now = document.querySelector('#draft [data-announce]')?.dataset.announce ?? ''
    if (now && now !== draft) announce(now)
    draft = now
    // The button that was pressed is gone and with it the focus. On touch screens the field would call up the keyboard.
    if (document.activeElement === document.body && event.detail?.ctx?.request?.method === 'POST') {
      const field = matchMedia('(pointer: fine)').matches ? byId('text') : null
      ;(document.querySelector('[data-fresh]') ?? field)?.focus({ preventScroll: true })
      document.querySelector('[data-fresh]')?.removeAttribute('data-fresh')
    }
    if (document.activeElement === document.body && answered)
      byId(answered)?.querySelector('.card__thanks')?.focus({ preventScroll: true })
    clearTimeout(fading)
    fading = setTimeout(() => document.querySelector('.notice:not(.notice--fault)')?.remove(), 4000)
  })

  // --- No connection ----------------------------------------------------------
  document.addEventListener('htmx:error', (event) => {
    if (!(event.detail?.error instanceof TypeError) || !event.detail.ctx) return
    const text = document.createElement('p')
    text.textContent = document.body.dataset.offline
    const notice = document.createElement('div')
    notice.className = 'notice'
    notice.append(text)
    byId('notice').replaceChildren(notice)
  })
})()
