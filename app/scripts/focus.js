// On another page, moves the focus to its title where the focus would be lost; TOLD is the page's name.
((page) => {
  const before = window.loopwrightPage;
  window.loopwrightPage = page;
  if (before === undefined || before === page) return;
  const title = () => document.querySelector('[data-testid="stMain"] h1');
  const old = title()?.textContent;
  const move = (tries) => {
    const now = title();
    const lost = !document.activeElement || document.activeElement === document.body;
    if (now && lost && (now.textContent !== old || tries < 17)) {
      now.tabIndex = -1;
      now.focus({ preventScroll: true });
    }
    if (tries) setTimeout(() => move(tries - 1), 150);
  };
  move(20);
})(TOLD);
