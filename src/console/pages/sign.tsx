/** The sign of Klartext: a speech bubble with one clear line. */
export function Sign() {
  return (
    <svg class="sign" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <path
        class="sign__bubble"
        d="M6 4h20a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4Z"
      />
      <path class="sign__line" d="M9 14h14" />
    </svg>
  )
}
