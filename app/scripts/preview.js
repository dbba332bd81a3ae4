// Lets the preview of a PDF be focused, so that it scrolls with the keyboard, and zooms it out where its pages
// are wider than its place. TOLD is the document: each is fitted once, and keeps the zoom that somebody gives it.
((shown) => {
  const turn = (window.loopwrightPreview = (window.loopwrightPreview || 0) + 1);
  const fit = (part) => {
    if (part.dataset.fitted === shown || !part.querySelector("canvas")) return;
    const out = part.parentElement.querySelector('button[title="Zoom Out"]');
    if (part.scrollWidth > part.clientWidth + 1 && out && !out.disabled) out.click();
    else part.dataset.fitted = shown;
  };
  const mend = (tries) => {
    if (window.loopwrightPreview !== turn) return;
    for (const host of document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')) {
      for (const part of host.shadowRoot?.querySelectorAll('[data-testid="pdf-content"]') ?? []) {
        part.tabIndex = 0;
        fit(part);
      }
    }
    if (tries) setTimeout(() => mend(tries - 1), 300);
  };
  mend(65);
})(TOLD);
