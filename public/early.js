// Remembers what was pressed before the code of the page had come; `src/early.ts` presses it again.
window.pressedEarly = [];
addEventListener('click', event => window.pressedEarly?.push(event), true);
