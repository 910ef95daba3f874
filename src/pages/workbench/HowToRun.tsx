/** What stands in the place of results before the first run. */
export function HowToRun() {
  return (
    <p>
      Press <kbd>Run</kbd> or <kbd>Ctrl</kbd> <kbd>Enter</kbd> to have your code judged. The data is
      drawn anew each time.
    </p>
  );
}
