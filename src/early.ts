type Control = HTMLInputElement | HTMLSelectElement;

declare global {
  interface Window {
    /** The presses that `public/early.js` saw; gone once the page hears them by itself. */
    pressedEarly?: MouseEvent[];
  }
}

/**
 * Tells a page that was made ahead what was typed, chosen, unfolded and pressed in it before its code
 * came: React takes a page over as it was made, and hears only what happens afterwards.
 */
export async function hearEarly(): Promise<void> {
  // One that is on its way just now, React hears too.
  const pressed = window.pressedEarly?.filter(({ eventPhase }) => eventPhase === Event.NONE) ?? [];
  delete window.pressedEarly;
  const early = [...document.querySelectorAll<Control>('input, select')]
    .map(control => ({ control, made: valueMade(control), value: control.value }))
    .filter(({ made, value }) => made !== value);
  for (const { control, made, value } of early) {
    // React compares with what was last set in plain sight, and not with what is set past it. A file
    // it does not compare, and no page can set one.
    if (control.type !== 'file') {
      control.value = made;
      Reflect.set(Object.getPrototypeOf(control), 'value', value, control);
    }
    control.dispatchEvent(new Event('change', { bubbles: true }));
    // The next control is heard by the page that the last one has changed.
    await null;
  }
  for (const unfolded of document.querySelectorAll('#root details[open]'))
    unfolded.dispatchEvent(new Event('toggle'));
  for (const { target } of pressed) {
    (target as Element).closest<HTMLElement>('#root button')?.click();
    await null;
  }
}

/** What a control held when the page was made. */
function valueMade(control: Control): string {
  if (control instanceof HTMLInputElement) return control.defaultValue;
  return (control.querySelector<HTMLOptionElement>('[selected]') ?? control.options[0]).value;
}
