// Names the page's editable table for those who hear it; TOLD is the name. A name of an earlier page gives way.
((name) => {
  const turn = (window.loopwrightGrid = (window.loopwrightGrid || 0) + 1);
  const put = (tries) => {
    if (window.loopwrightGrid !== turn) return;
    const grids = document.querySelectorAll('[data-testid="stMain"] [role="grid"]');
    for (const grid of grids) if (grid.ariaLabel !== name) grid.setAttribute("aria-label", name);
    if (tries) setTimeout(() => put(tries - 1), 500);
  };
  put(20);
})(TOLD);
